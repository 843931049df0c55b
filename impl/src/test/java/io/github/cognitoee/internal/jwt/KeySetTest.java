package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final JWK GOOD = rsa().keyID("good").build();

    @Test
    void findsEachKeyByItsKid() throws IOException {
        JWK other = new RSAKey.Builder(TestKeys.publicKey(TestKeys.OTHER))
                .keyID("other=")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();

        KeySet keys = KeySet.parse(json(GOOD, other), null);

        assertThat(keys.find("good").key()).isEqualTo(TestKeys.POOL.getPublic());
        assertThat(keys.find("other=").key()).isEqualTo(TestKeys.OTHER.getPublic());
        assertThat(keys.find("other")).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void leavesOutKeysThatMayNotSignTokens(JWK unusable) throws IOException {
        KeySet keys = KeySet.parse(json(unusable, GOOD), null);

        assertThat(keys.find("unusable")).isNull();
        assertThat(keys.find("good")).isNotNull();
    }

    static Stream<JWK> leavesOutKeysThatMayNotSignTokens() throws JOSEException {
        return Stream.of(
                rsa().keyID("unusable").keyUse(KeyUse.ENCRYPTION).build(),
                rsa().keyID("unusable").algorithm(JWSAlgorithm.RS512).build(),
                rsa().keyID("unusable").algorithm(JWSAlgorithm.PS256).build(),
                new RSAKey.Builder(TestKeys.publicKey(TestKeys.generate(1024)))
                        .keyID("unusable")
                        .build(),
                new ECKeyGenerator(Curve.P_256).keyID("unusable").generate().toPublicJWK(),
                new OctetSequenceKeyGenerator(256).keyID("unusable").generate());
    }

    @Test
    void leavesOutAKeyWithoutKid() throws IOException {
        assertThat(KeySet.parse(json(rsa().build(), GOOD), null).find("good")).isNotNull();
    }

    @Test
    void ignoresUnknownMembersAndKindsOfKeys() throws IOException {
        String json = json(GOOD).replace("{\"keys\":[", "{\"new\":1,\"keys\":[{\"kty\":\"NEW\",\"kid\":\"new\"},");

        assertThat(KeySet.parse(json, null).find("good")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"keys\":7}", "{\"keys\":[7]}", "{\"keys\":null}", "null"})
    void aTextThatIsNoKeySetIsNotTakenForAnEmptyOne(String text) {
        assertThatThrownBy(() -> KeySet.parse(text, null))
                .isInstanceOf(IOException.class)
                .hasMessage("not a JSON Web Key Set");
    }

    @Test
    void aSetWithoutAUsableKeyIsAFailure() {
        assertThatThrownBy(() -> KeySet.parse("{\"keys\":[]}", null))
                .isInstanceOf(IOException.class)
                .hasMessage("key set without a usable key");
    }

    private static RSAKey.Builder rsa() {
        return new RSAKey.Builder(TestKeys.publicKey(TestKeys.POOL));
    }

    private static String json(JWK... keys) {
        return Arrays.stream(keys).map(JWK::toJSONString).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
