package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.GUESTS;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.AwsClients.Keys;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** The second half of the classic flow, by the AWS SDK's clients and credentials providers for STS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebIdentityTest {

    private static final String DENIED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    private static final String ROLES = "arn:aws:iam::123456789012:role/";

    private IdentityWorld world;
    private String identity;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
        identity = world.getId(POOL, world.login(world.alice()));
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    @Test
    void aTokenBuysTheCredentialsOfARoleThatTrustsIt() {
        AssumeRoleWithWebIdentityResponse answer = assume(USERS, token());

        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo(identity);
        assertThat(answer.audience()).isEqualTo(POOL);
        assertThat(answer.provider()).isEqualTo("cognito-identity.amazonaws.com");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/Users/alice");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z0-9]{17}:alice");
        assertThat(answer.credentials().expiration())
                .isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void theCredentialsTellWhoTheyBelongTo() {
        AssumeRoleWithWebIdentityResponse answer = assume(USERS, token());

        var caller = world.callerIdentity(keys(answer));

        assertThat(caller.arn()).isEqualTo(answer.assumedRoleUser().arn());
        assertThat(caller.userId()).isEqualTo(answer.assumedRoleUser().assumedRoleId());
        assertThat(caller.account()).isEqualTo("123456789012");
    }

    @Test
    void anAccessKeyTellsWhoItBelongsTo() {
        var caller = world.sts(IdentityWorld.administrator()).getCallerIdentity();

        assertThat(caller.arn()).isEqualTo("arn:aws:iam::123456789012:user/administrator");
        assertThat(caller.userId()).matches("AIDA[A-Z0-9]{17}");
    }

    @Test
    void theSessionLastsAsLongAsAskedAndItsPolicyIsKept() {
        String policy =
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}""";

        AssumeRoleWithWebIdentityResponse answer =
                assume(USERS, token(), request -> request.durationSeconds(7200).policy(policy));

        assertThat(answer.credentials().expiration())
                .isEqualTo(world.clock.instant().plusSeconds(7200));
        assertThat(world.issued(answer.credentials().accessKeyId())).satisfies(issued -> {
            assertThat(issued.sessionPolicy()).isEqualTo(policy);
            assertThat(issued.sessionName()).isEqualTo("alice");
            assertThat(issued.identityId()).isEqualTo(identity);
        });
    }

    @Test
    void managedPoliciesOfASessionAreTaken() {
        assertThat(assume(
                                USERS,
                                token(),
                                request -> request.policyArns(PolicyDescriptorType.builder()
                                        .arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                                        .build()))
                        .credentials())
                .isNotNull();
    }

    @Test
    void theCredentialsProviderOfTheSdkRenewsItself() {
        AssumeRoleWithWebIdentityRequest request = AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(USERS)
                .roleSessionName("provider")
                .webIdentityToken(token())
                .build();
        try (StsAssumeRoleWithWebIdentityCredentialsProvider provider =
                StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                        .stsClient(world.sts)
                        .refreshRequest(request)
                        .build()) {
            assertThat(world.sts(provider).getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::123456789012:assumed-role/Users/provider");
        }
    }

    @Test
    void theCredentialsProviderForTokenFilesWorks(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), token());
        try (StsWebIdentityTokenFileCredentialsProvider provider = StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(world.sts)
                .roleArn(USERS)
                .roleSessionName("file")
                .webIdentityTokenFile(file)
                .build()) {
            assertThat(world.sts(provider).getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::123456789012:assumed-role/Users/file");
        }
    }

    @Test
    void guestsGetTheRoleThatTrustsGuestsAndNoOther() {
        String guest = world.openIdToken(world.guest(), Map.of());

        assertThat(assume(GUESTS, guest).assumedRoleUser().arn()).contains("/Guests/");
        assertRefused(() -> assume(USERS, guest), 403, "AccessDenied", DENIED);
    }

    @Test
    void usersDoNotGetTheRoleOfGuests() {
        assertRefused(() -> assume(GUESTS, token()), 403, "AccessDenied", DENIED);
    }

    @Test
    void aRoleThatTrustsAnotherPoolIsDenied() {
        assertRefused(() -> assume(ROLES + "Foreign", token()), 403, "AccessDenied", DENIED);
    }

    @Test
    void aRoleThatDoesNotExistIsDenied() {
        assertRefused(() -> assume(ROLES + "None", token()), 403, "AccessDenied", DENIED);
    }

    @Test
    void aRoleMustAllowTagsForATokenWithTags() {
        String tagged = world.admin
                .getOpenIdTokenForDeveloperIdentity(request -> request.identityPoolId(POOL)
                        .logins(Map.of(IdentityWorld.DEVELOPER, "tagged"))
                        .principalTags(Map.of("team", "photos")))
                .token();

        assertThat(assume(ROLES + "Untagged", token()).credentials()).isNotNull();
        assertRefused(() -> assume(ROLES + "Untagged", tagged), 403, "AccessDenied", DENIED);
        assertThat(world.issued(assume(USERS, tagged).credentials().accessKeyId())
                        .sessionTags())
                .isEqualTo(Map.of("team", "photos"));
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = token();
        long expiry = world.clock.instant().getEpochSecond() + 600;
        world.clock.advance(Duration.ofMinutes(10));
        try {
            assertRefused(
                    () -> assume(USERS, token),
                    ExpiredTokenException.class,
                    "Token expired: current date/time " + expiry + " must be before the expiration date/time" + expiry);
        } finally {
            world.clock.advance(Duration.ofMinutes(-10));
        }
    }

    @Test
    void otherTokensAreRefused() {
        assertInvalid(
                world.alice().idToken(),
                "No OpenIDConnect provider found in your account for"
                        + " https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE");
        assertInvalid(
                "not.a.token",
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        String token = token();
        assertInvalid(token.substring(0, token.lastIndexOf('.')) + ".AAAA", "Token signature invalid");
    }

    @Test
    void policiesThatAreNoneAreRefused() {
        assertMalformed("{", "This policy contains invalid Json");
        assertMalformed("{}", "Syntax errors in policy.");
        assertMalformed(
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*"}}""",
                "Policy statement must contain actions.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or"
                        + " equal to 2",
                "al ice | Value 'al ice' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: [\\w+=,.@-]*"
            })
    void theNameOfASessionIsChecked(String name, String violation) {
        assertRefused(
                () -> assume(USERS, token(), request -> request.roleSessionName(name)),
                400,
                "ValidationError",
                "1 validation error detected: " + violation);
    }

    @ParameterizedTest
    @CsvSource({"899, greater than or equal to 900", "43201, less than or equal to 43200"})
    void theLengthOfASessionIsChecked(int seconds, String bound) {
        assertRefused(
                () -> assume(USERS, token(), request -> request.durationSeconds(seconds)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + seconds
                        + "' at 'durationSeconds' failed to satisfy constraint: Member must have value " + bound);
    }

    @Test
    void aRoleLimitsItsSessions() {
        String message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";

        assertRefused(
                () -> assume(USERS, token(), request -> request.durationSeconds(7201)),
                400,
                "ValidationError",
                message);
        assertRefused(
                () -> assume(ROLES + "Untagged", token(), request -> request.durationSeconds(3601)),
                400,
                "ValidationError",
                message);
    }

    @Test
    void missingParametersAreNamed() {
        assertRefused(
                () -> world.sts.assumeRoleWithWebIdentity(request -> request.roleArn(USERS)),
                400,
                "ValidationError",
                "2 validation errors detected: Value null at 'roleSessionName' failed to satisfy constraint: Member must"
                        + " not be null; Value null at 'webIdentityToken' failed to satisfy constraint: Member must not"
                        + " be null");
    }

    @Test
    void aTextThatIsNoRoleIsRefused() {
        assertRefused(
                () -> assume("arn:aws:iam::123456789012:user/alice", token()),
                400,
                "ValidationError",
                "Request ARN is invalid");
    }

    @Test
    void unknownParametersAreNamed() throws Exception {
        HttpResponse<String> answer = form("Action=AssumeRoleWithWebIdentity&Version=2011-06-15&ProviderId=x&RoleArn="
                + USERS + "&RoleSessionName=alice&WebIdentityToken=abcd");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The emulator does not know the member ProviderId");
    }

    @Test
    void anotherVersionOfTheServiceIsUnknown() throws Exception {
        HttpResponse<String> answer = form("Action=AssumeRoleWithWebIdentity&Version=2010-05-08");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<Code>InvalidAction</Code>",
                        "Could not find operation AssumeRoleWithWebIdentity for version 2010-05-08");
    }

    private HttpResponse<String> form(String body) throws Exception {
        return Http.post(world.emulator, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    private void assertInvalid(String token, String message) {
        assertRefused(() -> assume(USERS, token), 400, "InvalidIdentityToken", message);
        assertThatThrownBy(() -> assume(USERS, token)).isInstanceOf(InvalidIdentityTokenException.class);
    }

    private void assertMalformed(String policy, String message) {
        assertRefused(
                () -> assume(USERS, token(), request -> request.policy(policy)),
                400,
                "MalformedPolicyDocument",
                message);
        assertThatThrownBy(() -> assume(USERS, token(), request -> request.policy(policy)))
                .isInstanceOf(MalformedPolicyDocumentException.class);
    }

    private String token() {
        return world.openIdToken(identity, world.login(world.alice()));
    }

    private AssumeRoleWithWebIdentityResponse assume(String role, String token) {
        return assume(role, token, request -> {});
    }

    private AssumeRoleWithWebIdentityResponse assume(
            String role, String token, Consumer<AssumeRoleWithWebIdentityRequest.Builder> more) {
        return world.sts.assumeRoleWithWebIdentity(request ->
                more.accept(request.roleArn(role).roleSessionName("alice").webIdentityToken(token)));
    }

    private static Keys keys(AssumeRoleWithWebIdentityResponse answer) {
        return new Keys(
                answer.credentials().accessKeyId(),
                answer.credentials().secretAccessKey(),
                answer.credentials().sessionToken());
    }
}
