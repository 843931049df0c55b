package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.recovery.RecoveryApplication;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong at the identity pool is mended once, or told with the setting that mends it. */
@ExtendWith(ArquillianExtension.class)
class RecoveryIT {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000004";
    private static final String CHECKED = "arn:aws:iam::123456789012:role/CheckedMembers";
    private static final String USERS = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RecoveryApplication.class);
    }

    @Test
    void identityThatWasDeletedIsReplacedOnce() {
        String first = told("", lena());
        IdentityPools.deleteIdentity(first);

        String second = told("?role=" + CHECKED, lena());

        assertThat(first).matches("eu-west-1:[0-9a-f-]{36}");
        assertThat(second).matches("eu-west-1:[0-9a-f-]{36}").isNotEqualTo(first);
    }

    @Test
    void clientThatThePoolDoesNotListIsNamed() {
        told("", lena());

        assertThat(told("", lena().client(Cognito.OTHER_CLIENT)))
                .isEqualTo("CLIENT_UNKNOWN: Identity pool " + POOL + " refused GetCredentialsForIdentity:"
                        + " NotAuthorizedException: Token is not from a supported provider of this identity pool. It"
                        + " takes tokens of other app clients of this user pool: add ProviderName " + PROVIDER
                        + ", ClientId " + Cognito.OTHER_CLIENT
                        + " to its authentication providers (CognitoIdentityProviders).");
    }

    /** By words of the emulator's own; those of Cognito are unconfirmed. */
    @Test
    void signInThatDoesNotHoldAnyMoreIsTold() {
        assertThat(told("", inRole(Cognito.dora())))
                .startsWith("SIGNED_OUT: Identity pool " + POOL + " refused GetId: NotAuthorizedException: ")
                .endsWith("They have to sign in anew.");
    }

    /** Which the pool does not learn before it is asked again, and does not take back what it issued. */
    @Test
    void whoSignedOutEverywhereHasCredentialsUntilThePoolIsAskedAgainAndNoneFromThenOn() {
        String user = Cognito.newUser();
        String token = Cognito.signIn(user);
        String identityId = told("", token);

        Cognito.signOutEverywhere(user);

        assertThat(told("", token)).isEqualTo(identityId);
        assertThat(told("?role=" + CHECKED, token)).startsWith("SIGNED_OUT: ");
        assertThat(told("", token))
                .startsWith("SIGNED_OUT: Identity pool " + POOL + " refused GetCredentialsForIdentity: ");
        assertThat(told("", Cognito.signIn(user))).isEqualTo(identityId);
    }

    @Test
    void userPoolThatTheIdentityPoolDoesNotListIsNamed() {
        assertThat(told("", Cognito.aliceOfTheOtherPool()))
                .isEqualTo(
                        "PROVIDER_UNKNOWN: Identity pool " + POOL + " refused GetId: NotAuthorizedException: Token is"
                                + " not from a supported provider of this identity pool. Its authentication providers"
                                + " (CognitoIdentityProviders) must list the user pool and the app client: ProviderName"
                                + " cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool, ClientId other0pool0client."
                                + " Neither is seen to be listed so far.");
    }

    @Test
    void roleThatDoesNotTrustThePoolIsNamed() {
        TokenRecipe alice =
                Cognito.alice().withClaim("cognito:roles", List.of(USERS)).withClaim("cognito:preferred_role", USERS);

        assertThat(told("", alice))
                .startsWith("ROLE_MISCONFIGURED: Identity pool " + POOL + " refused GetCredentialsForIdentity:"
                        + " InvalidIdentityPoolConfigurationException: ")
                .contains("the trust policy of the role " + USERS + " must allow sts:AssumeRoleWithWebIdentity")
                .contains(POOL + " in cognito-identity.amazonaws.com:aud");
    }

    @Test
    void throttledPoolIsUnavailableForAWhileAndNoLonger() {
        String throttled = Cognito.whileThrottled("GetId", () -> told("", inRole(Cognito.fred())));

        assertThat(throttled)
                .startsWith("CognitoUnavailableException: Identity pool " + POOL + " cannot answer GetId now:"
                        + " TooManyRequestsException: ");
        assertThat(toldAfterThePause(inRole(Cognito.fred()))).matches("eu-west-1:[0-9a-f-]{36}");
    }

    private static TokenRecipe lena() {
        return inRole(Cognito.lena());
    }

    private static TokenRecipe inRole(TokenRecipe somebody) {
        return somebody.withClaim("cognito:roles", List.of(CHECKED)).withClaim("cognito:preferred_role", CHECKED);
    }

    /** After a failure the pool is left alone for a second. */
    private String toldAfterThePause(TokenRecipe somebody) {
        for (int i = 0; i < 100; i++) {
            String told = told("", somebody);
            if (!told.startsWith("CognitoUnavailableException")) {
                return told;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("still unavailable");
    }

    private String told(String query, TokenRecipe somebody) {
        return told(query, somebody.idToken());
    }

    private String told(String query, String idToken) {
        Answer answer = Call.to(war, "api/identity" + query).bearer(idToken).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
