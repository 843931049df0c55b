package io.github.cognitoee.emulator.internal.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.internal.identity.IdentityTokens.Checked;
import io.github.cognitoee.emulator.internal.identity.StsRequests.AssumeRoleWithWebIdentity;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** STS for holders of a token of the identity service: the second half of the classic flow. */
final class StsOperations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdentityTokens tokens;
    private final Roles roles;
    private final CredentialsVault vault;
    private final Clock clock;

    StsOperations(IdentityTokens tokens, Roles roles, CredentialsVault vault, Clock clock) {
        this.tokens = tokens;
        this.roles = roles;
        this.vault = vault;
        this.clock = clock;
    }

    List<Operation<?>> all() {
        return List.of(Operation.open(AssumeRoleWithWebIdentity.class, this::assumeRole)
                .refusing(
                        ErrorType.TRUST_DENIED,
                        ErrorType.EXPIRED_TOKEN,
                        ErrorType.INVALID_IDENTITY_TOKEN,
                        ErrorType.MALFORMED_POLICY_DOCUMENT,
                        ErrorType.VALIDATION_ERROR)
                .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED, ErrorType.RESOURCE_NOT_FOUND));
    }

    record Assumed(
            String subjectFromWebIdentityToken,
            String audience,
            AssumedRoleUser assumedRoleUser,
            Credentials credentials,
            String provider) {}

    record AssumedRoleUser(String arn, String assumedRoleId) {}

    /** Tells no secret. */
    record Credentials(String accessKeyId, String secretAccessKey, String sessionToken, String expiration) {
        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }

    private Assumed assumeRole(AssumeRoleWithWebIdentity request) {
        if (!Roles.isArn(request.roleArn())) {
            throw ErrorType.VALIDATION_ERROR.because("Request ARN is invalid");
        }
        checkPolicy(request.policy());
        WebIdentity identity = identityOf(request.webIdentityToken());
        if (!roles.trusts(request.roleArn(), identity)) {
            throw ErrorType.TRUST_DENIED.because("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }
        AssumedRole role = new AssumedRole(request.roleArn(), request.roleSessionName());
        RoleSession session = new RoleSession(role, identity, request.policy());
        return answer(role, identity, vault.issue(session, lifetime(request)));
    }

    private Duration lifetime(AssumeRoleWithWebIdentity request) {
        if (request.durationSeconds() == null) {
            return Roles.DEFAULT_SESSION;
        }
        Duration asked = Duration.ofSeconds(request.durationSeconds());
        if (asked.compareTo(roles.longestSession(request.roleArn())) > 0) {
            throw ErrorType.VALIDATION_ERROR.because(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return asked;
    }

    private WebIdentity identityOf(String token) {
        Checked checked = tokens.check(token);
        return switch (checked.outcome()) {
            case VALID -> checked.identity();
            case EXPIRED -> throw ErrorType.EXPIRED_TOKEN.because("Token expired: current date/time "
                    + clock.instant().getEpochSecond()
                    // as STS writes it, without the blank
                    + " must be before the expiration date/time"
                    + checked.end().getEpochSecond());
            case NOT_A_TOKEN -> throw invalid("The ID Token provided is not a valid JWT. (You may see this error if you"
                    + " sent an Access Token)");
            case FOREIGN_ISSUER -> throw invalid(
                    "No OpenIDConnect provider found in your account for " + checked.issuer());
            case WRONG_SIGNATURE -> throw invalid("Token signature invalid");
        };
    }

    private static void checkPolicy(@Nullable String policy) {
        try {
            if (policy != null && !JSON.readTree(policy).path("Statement").isContainerNode()) {
                throw ErrorType.MALFORMED_POLICY_DOCUMENT.because("Syntax errors in policy.");
            }
        } catch (JsonProcessingException e) {
            throw ErrorType.MALFORMED_POLICY_DOCUMENT.because("This policy contains invalid Json");
        }
    }

    private static Assumed answer(AssumedRole role, WebIdentity identity, IssuedCredentials issued) {
        return new Assumed(
                identity.subject(),
                identity.audience(),
                new AssumedRoleUser(role.sessionArn(), role.sessionId()),
                new Credentials(
                        issued.accessKeyId(),
                        issued.secretAccessKey(),
                        issued.sessionToken(),
                        issued.expiresAt().toString()),
                WebIdentity.ISSUER_HOST);
    }

    private static Refusal invalid(String message) {
        return ErrorType.INVALID_IDENTITY_TOKEN.because(message);
    }
}
