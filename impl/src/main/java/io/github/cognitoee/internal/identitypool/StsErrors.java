package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Optional;

/** Makes exceptions of what STS answers, with the setting to look at. Thread-safe. */
final class StsErrors {

    private final IdentityPoolConfig config;

    StsErrors(IdentityPoolConfig config) {
        this.config = config;
    }

    CognitoException unreachable(String operation, Exception e) {
        return NoAnswer.to("STS", operation, e);
    }

    CognitoException unavailable(PoolError error) {
        return new CognitoUnavailableException(
                "STS cannot answer " + error.operation() + " now: " + error.text(), NoAnswer.RETRY_AFTER);
    }

    /** @param role which was asked for; empty where none was */
    CognitoException of(PoolError error, Optional<String> role) {
        return switch (error.code()) {
            case "IDPCommunicationError" -> unavailable(error);
            case "AccessDenied" -> refused(IdentityPoolRefusal.ROLE_MISCONFIGURED, error, role, trust());
            case "ValidationError" -> invalid(error, role);
            case "MalformedPolicyDocument" -> misconfigured(
                    error, role, " Correct cognito.identity-pool.classic.policy, which STS cannot read.");
            case "PackedPolicyTooLarge" -> misconfigured(
                    error,
                    role,
                    " Shorten cognito.identity-pool.classic.policy: together with the session's tags it is too large.");
            case "RegionDisabledException" -> misconfigured(
                    error,
                    role,
                    " Switch STS on for " + config.region() + " in the settings of the account, where the region of"
                            + " cognito.identity-pool.id has it asked.");
            default -> error.status() >= 500 ? unavailable(error) : refused(IdentityPoolRefusal.OTHER, error, role, "");
        };
    }

    /** STS has one code for all values that it does not take. */
    private CognitoException invalid(PoolError error, Optional<String> role) {
        if (error.says("DurationSeconds")) {
            return misconfigured(
                    error,
                    role,
                    " cognito.identity-pool.classic.duration is "
                            + config.classic().map(ClassicConfig::duration).orElseThrow()
                            + ": shorten it, or raise MaxSessionDuration of the role.");
        }
        return error.says("policy")
                ? misconfigured(error, role, " Correct cognito.identity-pool.classic.policy.")
                : refused(IdentityPoolRefusal.OTHER, error, role, "");
    }

    private static CognitoException misconfigured(PoolError error, Optional<String> role, String whatToDo) {
        return refused(IdentityPoolRefusal.CLASSIC_MISCONFIGURED, error, role, whatToDo);
    }

    private static CognitoException refused(
            IdentityPoolRefusal reason, PoolError error, Optional<String> role, String whatToDo) {
        String about = role.map(arn -> " of role " + arn).orElse("");
        return new IdentityPoolRefusedException(
                reason, "STS refused " + error.operation() + about + ": " + error.text() + whatToDo);
    }

    private String trust() {
        return " The role's trust policy"
                + RoleTrust.of(config).demandedFor("authenticated, or unauthenticated for guests,");
    }
}
