package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.AwsClients.Keys;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** The service calls, judged by the AWS SDK's own clients. */
class ServiceCallsTest {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String USERS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";
    private static final String GUESTS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumGuests";
    private static final String ADMINS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumAdmins";
    private static final String OTHER_CLIENT = "demo0client0of0other0app00";

    private final MovableClock clock = MovableClock.startingNow();
    private CognitoEmulator emulator;
    private AwsClients aws;

    @BeforeEach
    void start() {
        emulator = CognitoEmulator.builder().clock(clock).start();
        aws = new AwsClients(emulator.endpoint());
    }

    @AfterEach
    void stop() {
        aws.close();
        emulator.close();
    }

    @Test
    void aUserHasTheSameIdentityAtEverySignIn() {
        String first = aws.identityOf(alice().idToken());
        String second = aws.identityOf(alice().idToken());

        assertThat(first).matches("eu-west-1:[0-9a-f-]{36}").isEqualTo(second);
    }

    @Test
    void twoUsersHaveTwoIdentities() {
        assertThat(aws.identityOf(alice().idToken())).isNotEqualTo(aws.identityOf(admin().idToken()));
    }

    @Test
    void anIdTokenBuysCredentialsForAnHour() {
        String token = alice().idToken();

        Credentials credentials = aws.credentialsOf(token);

        assertThat(credentials.accessKeyId()).matches("ASIA[A-Z0-9]{16}");
        assertThat(credentials.expiration()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void theSecretOfIssuedCredentialsCanBeLookedUp() {
        Credentials credentials = aws.credentialsOf(alice().idToken());

        assertThat(emulator.credentials(credentials.accessKeyId())).hasValueSatisfying(issued -> {
            assertThat(issued.secretAccessKey()).isEqualTo(credentials.secretKey());
            assertThat(issued.sessionToken()).isEqualTo(credentials.sessionToken());
            assertThat(issued.roleArn()).isEqualTo(USERS_ROLE);
            assertThat(issued.toString()).doesNotContain(credentials.secretKey(), credentials.sessionToken());
        });
        assertThat(emulator.credentials("ASIA0000000000000000")).isEmpty();
    }

    @Test
    void thePreferredRoleOfTheTokenDecides() {
        assertThat(roleOf(aws.credentialsOf(admin().idToken()))).isEqualTo(ADMINS_ROLE);
    }

    @Test
    void aCallerMayAskForAnotherRoleOfTheToken() {
        assertThat(roleOf(aws.credentialsOf(admin().idToken(), USERS_ROLE))).isEqualTo(USERS_ROLE);
    }

    @Test
    void aRoleThatTheTokenDoesNotCarryIsRefused() {
        assertThatThrownBy(() -> aws.credentialsOf(alice().idToken(), ADMINS_ROLE))
                .isInstanceOfSatisfying(NotAuthorizedException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorMessage())
                        .isEqualTo("The custom role is not among the roles of this login."));
    }

    @Test
    void aUserWithoutGroupsGetsTheAuthenticatedRole() {
        assertThat(roleOf(aws.credentialsOf(alice().groups().idToken()))).isEqualTo(USERS_ROLE);
    }

    @Test
    void guestsGetTheRoleForGuests() {
        assertThat(roleOf(aws.credentialsOfGuest())).isEqualTo(GUESTS_ROLE);
    }

    @Test
    void anAccessTokenIsNoLogin() {
        assertRefused(
                () -> aws.identityOf(alice().accessToken()), "Invalid login token. Missing a required claim: aud");
    }

    @Test
    void anAccessTokenWithAnAudienceIsNoLoginEither() {
        String token = alice().withClaim("aud", "demo0client0of0photo0album").accessToken();

        assertRefused(() -> aws.identityOf(token), "Invalid login token. Not a valid OpenId Connect identity token.");
    }

    @Test
    void aTokenOfAnotherClientIsRefused() {
        assertRefused(
                () -> aws.identityOf(alice().client(OTHER_CLIENT).idToken()),
                "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void anExpiredTokenIsRefused() {
        long now = clock.instant().getEpochSecond();

        assertRefused(
                () -> aws.identityOf(alice().expired().idToken()),
                "Invalid login token. Token expired: " + now + " >= " + (now - 3600));
    }

    @Test
    void aForgedTokenIsRefused() {
        assertRefused(
                () -> aws.identityOf(alice().signedWithForeignKey().idToken()),
                "Invalid login token. Token signature invalid");
    }

    @Test
    void aTokenWithAnUnknownKeyIsRefused() {
        assertRefused(
                () -> aws.identityOf(alice().withKeyId("none").idToken()),
                "Invalid login token. Token signature invalid");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(
                () -> aws.identityOf(alice().ofUnknownPool().idToken()),
                "Invalid login token. Issuer doesn't match providerName");
    }

    @Test
    void textThatIsNoTokenIsRefused() {
        assertRefused(
                () -> aws.identityOf("not.a.token"), "Invalid login token. Not a valid OpenId Connect identity token.");
    }

    @Test
    void anUnknownProviderIsRefused() {
        assertRefused(
                () -> aws.getId(POOL, Map.of("accounts.google.com", alice().idToken())),
                "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void aliceCannotUseTheIdentityOfAdmin() {
        String identityOfAdmin = aws.identityOf(admin().idToken());

        assertRefused(
                () -> aws.credentials(identityOfAdmin, alice().idToken(), null),
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    @Test
    void theTokenIsVerifiedAgainWhenCredentialsAreAskedFor() {
        String identity = aws.identityOf(alice().idToken());

        assertRefused(
                () -> aws.credentials(identity, alice().signedWithForeignKey().idToken(), null),
                "Invalid login token. Token signature invalid");
    }

    @Test
    void unknownPoolsAndIdentitiesAreToldByName() {
        String unknown = "eu-west-1:00000000-0000-0000-0000-000000000000";

        assertThatThrownBy(() -> aws.getId(unknown, Map.of()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("IdentityPool '" + unknown + "' not found.");
        assertThatThrownBy(() -> aws.credentials(unknown, alice().idToken(), null))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Identity '" + unknown + "' not found.");
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatThrownBy(() -> aws.getId(null, Map.of()))
                .isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .isEqualTo("1 validation error detected: Value null at 'identityPoolId' failed to satisfy"
                                    + " constraint: Member must not be null");
                });
    }

    @Test
    void issuedCredentialsTellWhoTheyBelongTo() {
        GetCallerIdentityResponse caller = aws.callerIdentity(Keys.of(aws.credentialsOf(admin().idToken())));

        assertThat(caller.arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/PhotoAlbumAdmins/CognitoIdentityCredentials");
        assertThat(caller.account()).isEqualTo("123456789012");
        assertThat(caller.userId()).matches("AROA[A-Z0-9]{17}:CognitoIdentityCredentials");
    }

    @Test
    void aWrongSecretSignsNothing() {
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken())).withSecret("wrong");

        assertStsRefuses(
                keys,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the"
                        + " signature you provided. Check your AWS Secret Access Key and signing method. Consult the service"
                        + " documentation for details.");
    }

    @Test
    void anUnknownAccessKeyIsRefused() {
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken())).withAccessKeyId("ASIA0000000000000000");

        assertStsRefuses(keys, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Test
    void theSessionTokenOfOtherCredentialsIsRefused() {
        String other = aws.credentialsOf(admin().idToken()).sessionToken();
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken())).withSessionToken(other);

        assertStsRefuses(keys, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Test
    void expiredCredentialsAreRefused() {
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken()));
        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> aws.callerIdentityAt(keys, clock.instant()))
                .isInstanceOfSatisfying(StsException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .isEqualTo("The security token included in the request is expired");
                });
    }

    @Test
    void aSignatureOfSixMinutesAgoIsRefused() {
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken()));

        assertThatThrownBy(() -> aws.callerIdentityAt(keys, clock.instant().minus(Duration.ofMinutes(6))))
                .isInstanceOfSatisfying(StsException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorMessage())
                        .startsWith("Signature expired: "));
    }

    @Test
    void aSignatureOfFourMinutesAgoIsAccepted() {
        Keys keys = Keys.of(aws.credentialsOf(alice().idToken()));

        assertThat(aws.callerIdentityAt(keys, clock.instant().minus(Duration.ofMinutes(4)))
                        .account())
                .isEqualTo("123456789012");
    }

    @Test
    void callsAreCountedByOperation() {
        aws.callerIdentity(Keys.of(aws.credentialsOf(alice().idToken())));

        assertThat(emulator.requests().all())
                .isEqualTo(Map.of("GetId", 1L, "GetCredentialsForIdentity", 1L, "GetCallerIdentity", 1L));
        assertThat(emulator.requests().total()).isEqualTo(3);
        emulator.requests().reset();
        assertThat(emulator.requests().total()).isZero();
    }

    private TokenRecipe alice() {
        return emulator.tokens().user("alice");
    }

    private TokenRecipe admin() {
        return emulator.tokens().user("admin");
    }

    private String roleOf(Credentials credentials) {
        return emulator.credentials(credentials.accessKeyId()).orElseThrow().roleArn();
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(NotAuthorizedException.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }

    private void assertStsRefuses(Keys keys, String code, String message) {
        assertThatThrownBy(() -> aws.callerIdentity(keys)).isInstanceOfSatisfying(StsException.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }
}
