package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.it.classic.ClassicApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the classic flow the application chooses role, duration and policy. */
@ExtendWith(ArquillianExtension.class)
class ClassicFlowIT {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000003";
    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";
    private static final String VISITORS = "arn:aws:iam::123456789012:role/Visitors";
    private static final String EDITORS = "arn:aws:iam::123456789012:role/Editors";
    private static final String USERS = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ClassicApplication.class);
    }

    @Test
    void callerActsInTheConfiguredRoleByTheConfiguredPolicy() {
        IssuedCredentials issued = IdentityPools.issued(told("api/caller"));

        assertThat(issued.roleArn()).isEqualTo(MEMBERS);
        assertThat(issued.sessionPolicy()).isEqualTo(ClassicApplication.POLICY);
        assertThat(issued.sessionName()).isEqualTo(issued.identityId().replace(':', '.'));
    }

    @Test
    void credentialsLiveAsLongAsConfigured() {
        assertThat(Duration.parse(told("api/left")))
                .isPositive()
                .isLessThan(Duration.ofMinutes(16)); // an hour, where it is not configured
    }

    @Test
    void guestActsInTheConfiguredRoleForGuests() {
        assertThat(IdentityPools.issued(Call.to(war, "api/guest").get().body()).roleArn())
                .isEqualTo(VISITORS);
    }

    @Test
    void callerIsTwoCallsOfThePoolAndOneOfSts() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();

        told("api/caller", token);
        told("api/caller", token);

        assertThat(Cognito.requests().count("GetId")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetOpenIdToken")).isEqualTo(1);
        assertThat(Cognito.requests().count("AssumeRoleWithWebIdentity")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isZero();
    }

    @Test
    void callerActsInARoleOfTheirTokenThatTheyAskFor() {
        String editor =
                Cognito.newcomer().withClaim("cognito:roles", List.of(EDITORS)).idToken();

        IssuedCredentials issued = IdentityPools.issued(told("api/caller?role=" + EDITORS, editor));

        assertThat(issued.roleArn()).isEqualTo(EDITORS);
        assertThat(issued.sessionPolicy()).isEqualTo(ClassicApplication.POLICY);
        assertThat(IdentityPools.issued(told("api/caller", editor)).roleArn()).isEqualTo(MEMBERS);
    }

    /** Which trusts everybody of the pool, so that nobody but the library says no. */
    @Test
    void roleThatTheTokenDoesNotNameIsRefusedWithoutACall() {
        String member = Cognito.newcomer().withoutClaim("cognito:roles").idToken();
        Cognito.requests().reset();

        assertThat(told("api/caller?role=" + EDITORS, member))
                .startsWith("ROLE_NOT_HELD: The caller does not hold the role " + EDITORS);
        assertThat(Cognito.requests().count("AssumeRoleWithWebIdentity")).isZero();
    }

    @Test
    void callerWithAnAccessTokenAloneActsInTheConfiguredRoleByTheWordOfTheApplication() {
        String sub = UUID.randomUUID().toString();
        String token = Cognito.alice().withClaim("sub", sub).accessToken();
        Cognito.requests().reset();

        String key = told("api/caller", token);

        assertThat(told("api/caller", token)).isEqualTo(key);
        assertThat(IdentityPools.issued(key).roleArn()).isEqualTo(MEMBERS);
        assertThat(IdentityPools.issued(key).sessionPolicy()).isEqualTo(ClassicApplication.POLICY);
        assertThat(Cognito.requests().count("GetOpenIdTokenForDeveloperIdentity"))
                .isEqualTo(1);
        assertThat(Cognito.requests().count("AssumeRoleWithWebIdentity")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetId")).isZero();
        assertThat(Cognito.requests().count("GetOpenIdToken")).isZero();
        assertThat(IdentityPools.identityOfDeveloperUser(POOL, sub))
                .isEqualTo(IdentityPools.issued(key).identityId());
    }

    /** It is one of the token's, and trusts another identity pool. */
    @Test
    void roleThatDoesNotTrustThePoolIsNamed() {
        assertThat(told("api/caller?role=" + USERS))
                .startsWith("ROLE_MISCONFIGURED: STS refused AssumeRoleWithWebIdentity of role " + USERS)
                .contains("cognito-identity.amazonaws.com:aud");
    }

    private String told(String path) {
        return told(path, Cognito.newcomer().idToken());
    }

    private String told(String path, String token) {
        Answer answer = Call.to(war, path).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
