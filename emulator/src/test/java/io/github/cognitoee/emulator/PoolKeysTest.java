package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is signed and published through a rotation, judged by jose4j. */
class PoolKeysTest {

    private static final String POOL = "eu-west-1_CognitoEE";

    private CognitoEmulator emulator;
    private PoolKeys keys;
    private List<String> first;

    @BeforeEach
    void start() {
        emulator = CognitoEmulator.builder().start();
        keys = emulator.keys(POOL);
        first = keys.publishedIds();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theIdsAreThoseOfTheKeySet() throws Exception {
        assertThat(first).hasSize(2).doesNotHaveDuplicates().isEqualTo(publishedIds());
    }

    @Test
    void rotatedKeysSignAtOnceAndTheOldStayPublished() throws Exception {
        String before = token();
        keys.rotate();

        assertThat(publishedIds()).hasSize(4).startsWith(first.toArray(String[]::new));
        assertThat(first).doesNotContain(keyIdOf(token()));
        assertThat(verifies(token())).isTrue();
        assertThat(verifies(before)).isTrue();
    }

    @Test
    void nextKeysArePublishedBeforeTheySign() throws Exception {
        keys.publishNext();

        assertThat(publishedIds()).hasSize(4).startsWith(first.toArray(String[]::new));
        assertThat(first).contains(keyIdOf(token()));
    }

    @Test
    void nextKeysSignWhenToldAndNothingElseIsPublished() throws Exception {
        keys.publishNext();
        List<String> published = publishedIds();
        keys.signWithNext();

        assertThat(publishedIds()).isEqualTo(published);
        assertThat(published.subList(2, 4)).contains(keyIdOf(token()));
        assertThat(verifies(token())).isTrue();
    }

    @Test
    void retiredKeysAreGone() throws Exception {
        String before = token();
        keys.rotate();
        keys.rotate();
        keys.retireOld();

        assertThat(publishedIds()).hasSize(2).doesNotContainAnyElementsOf(first).contains(keyIdOf(token()));
        assertThat(publishedIds()).doesNotContain(keyIdOf(before));
    }

    @Test
    void keysThatAreNeitherOldNorNewAreNotRetired() throws Exception {
        keys.publishNext();
        keys.retireOld();

        assertThat(publishedIds()).hasSize(4).containsAll(first);
    }

    @Test
    void bothKeysOfAPoolChange() throws Exception {
        keys.rotate();
        TokenPair pair = emulator.tokens().user("alice").pair();

        assertThat(List.of(keyIdOf(pair.idToken()), keyIdOf(pair.accessToken())))
                .isEqualTo(keys.publishedIds().subList(2, 4));
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        assertThatThrownBy(keys::signWithNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no next keys are published");
        keys.publishNext();
        assertThatThrownBy(keys::publishNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the next keys are published already: let them sign first");
        assertThatThrownBy(keys::rotate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the next keys are published already: let them sign first");
    }

    @Test
    void keysOfAnUnknownPoolAreRefused() {
        assertThatThrownBy(() -> emulator.keys("eu-west-1_None"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator's configuration has no such user pool: eu-west-1_None");
    }

    @Test
    void theKeySetMayBeCachedForADay() throws Exception {
        assertThat(keySet().headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
    }

    @Test
    void theTimeToCacheIsAsAsked() throws Exception {
        keys.maxAge(Duration.ofMinutes(5));
        assertThat(keySet().headers().firstValue("Cache-Control")).hasValue("public, max-age=300");

        keys.cacheControl("max-age=soon");
        assertThat(keySet().headers().firstValue("Cache-Control")).hasValue("max-age=soon");

        keys.noCacheControl();
        assertThat(keySet().headers().firstValue("Cache-Control")).isEmpty();
    }

    @Test
    void aNegativeTimeToCacheIsRefused() {
        assertThatThrownBy(() -> keys.maxAge(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found max-age PT-1S, expected zero or more");
    }

    private String token() {
        return emulator.tokens().user("alice").accessToken();
    }

    private HttpResponse<String> keySet() throws Exception {
        return Http.get(emulator, "/" + POOL + "/.well-known/jwks.json");
    }

    private List<String> publishedIds() throws Exception {
        return new JsonWebKeySet(keySet().body())
                .getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
    }

    private boolean verifies(String token) throws Exception {
        JsonWebSignature signature = parsed(token);
        signature.setKey(new JsonWebKeySet(keySet().body())
                .findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", "RS256")
                .getKey());
        return signature.verifySignature();
    }

    private static String keyIdOf(String token) throws Exception {
        return parsed(token).getKeyIdHeaderValue();
    }

    private static JsonWebSignature parsed(String token) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return signature;
    }
}
