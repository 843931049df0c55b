package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.roles.RolesApplication;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no valid access token is refused as RFC 6750 says, wherever it is presented. */
@ExtendWith(ArquillianExtension.class)
class AccessTokensIT {

    private static final String GUARDED_REST = "api/methods/users";
    private static final String GUARDED_CLASS = "api/class/inherited";
    private static final String PERMITTED_REST = "api/methods/everyone";
    private static final String UNANNOTATED_REST = "api/methods/unannotated";
    private static final String GUARDED_SERVLET = "servlet/admins";
    private static final String OPEN_SERVLET = "servlet/open";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RolesApplication.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {GUARDED_REST, GUARDED_CLASS, PERMITTED_REST, UNANNOTATED_REST, GUARDED_SERVLET, OPEN_SERVLET})
    void expiredTokenIsRefusedOnEveryPath(String path) {
        assertInvalidToken(present(path, Cognito.admin().expired().accessToken()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {GUARDED_REST, GUARDED_CLASS, PERMITTED_REST, UNANNOTATED_REST, GUARDED_SERVLET, OPEN_SERVLET})
    void forgedTokenIsRefusedOnEveryPath(String path) {
        assertInvalidToken(present(path, Cognito.admin().signedWithForeignKey().accessToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void tokenOfAnotherPoolIsRefused(String path) {
        assertInvalidToken(present(path, Cognito.admin().ofUnknownPool().accessToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void tokenOfAnotherClientIsRefused(String path) {
        assertInvalidToken(
                present(path, Cognito.admin().client(Cognito.OTHER_CLIENT).accessToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void idTokenIsRefusedWhereAccessTokensAreMeant(String path) {
        assertInvalidToken(present(path, Cognito.admin().idToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void textThatIsNoTokenIsRefused(String path) {
        assertInvalidToken(present(path, "not.a.token"));
    }

    @Test
    void tokenWithOneCharacterChangedIsRefused() {
        String valid = Cognito.admin().accessToken();
        int inSignature = valid.length() - 20;
        char other = valid.charAt(inSignature) == 'A' ? 'B' : 'A';
        String changed = valid.substring(0, inSignature) + other + valid.substring(inSignature + 1);

        assertInvalidToken(present(GUARDED_REST, changed));
    }

    @Test
    void unsignedTokenIsRefused() {
        String valid = Cognito.admin().withHeader("alg", "none").accessToken();

        assertInvalidToken(present(GUARDED_REST, valid.substring(0, valid.lastIndexOf('.') + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void twoAuthorizationHeadersAreAMalformedRequest(String path) {
        String token = Cognito.admin().accessToken();

        Answer answer = Call.to(war, path).bearer(token).bearer(token).get();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.challenge()).startsWith("Bearer realm=\"").contains("error=\"invalid_request\"");
    }

    @Test
    void basicSchemeIsNoProof() {
        Answer answer = Call.to(war, GUARDED_REST)
                .header("Authorization", "Basic YWxpY2U6c2VjcmV0")
                .get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).matches("Bearer realm=\"[^\"]+\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {PERMITTED_REST, UNANNOTATED_REST, OPEN_SERVLET})
    void basicSchemeDoesNotDisturbWhatIsForEveryone(String path) {
        Answer answer = Call.to(war, path)
                .header("Authorization", "Basic YWxpY2U6c2VjcmV0")
                .get();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void schemeIsReadInAnyCase() {
        Answer answer = Call.to(war, GUARDED_REST)
                .header("Authorization", "bearer " + Cognito.alice().accessToken())
                .get();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusedTokenIsNotRepeatedInTheAnswer() {
        String token = Cognito.admin().expired().accessToken();

        Answer answer = present(GUARDED_REST, token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body() + answer.headers()).doesNotContain(token);
    }

    @Test
    void validTokenIsStillTakenAfterRefusedOnes() {
        present(GUARDED_REST, Cognito.alice().expired().accessToken());

        assertThat(present(GUARDED_REST, Cognito.alice().accessToken()).status())
                .isEqualTo(200);
    }

    @Test
    void callerOfTheRequestBeforeIsForgotten() {
        present(OPEN_SERVLET, Cognito.alice().accessToken());

        assertThat(Call.to(war, OPEN_SERVLET).get().body()).isEqualTo("called by nobody");
    }

    private Answer present(String path, String token) {
        return Call.to(war, path).bearer(token).get();
    }

    private static void assertInvalidToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).startsWith("Bearer realm=\"").contains("error=\"invalid_token\"");
    }
}
