package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;
import io.github.cognitoee.emulator.internal.identity.IdentityTokens.Checked;
import io.github.cognitoee.emulator.internal.identity.StsRequests.AssumeRoleWithWebIdentity;
import io.github.cognitoee.emulator.internal.identity.StsRequests.PolicyDescriptor;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** STS for holders of a token of the identity service: the second half of the classic flow. */
final class StsOperations {

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
        WebIdentity identity = identityOf(request.webIdentityToken());
        if (!roles.trusts(request.roleArn(), identity)) {
            throw ErrorType.TRUST_DENIED.because("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }
        RoleSession session = sessionOf(request, identity);
        return answer(session, vault.issue(session, lifetime(request)));
    }

    private static RoleSession sessionOf(AssumeRoleWithWebIdentity request, WebIdentity identity) {
        AssumedRole role = new AssumedRole(request.roleArn(), request.roleSessionName());
        List<String> managed = Optional.ofNullable(request.policyArns()).orElse(List.of()).stream()
                .map(PolicyDescriptor::arn)
                .toList();
        try {
            return RoleSession.classic(role, identity, request.policy(), managed);
        } catch (InvalidPolicyException e) {
            throw ErrorType.MALFORMED_POLICY_DOCUMENT.because(e.answer());
        }
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

    private static Assumed answer(RoleSession session, IssuedCredentials issued) {
        return new Assumed(
                session.identity().subject(),
                session.identity().audience(),
                new AssumedRoleUser(session.role().sessionArn(), session.role().sessionId()),
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
