package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.List;
import java.util.Optional;

/**
 * Makes exceptions of what an identity pool answers: by what its code, its message, the token and earlier answers show
 * together, with the setting to look at. Thread-safe.
 */
final class PoolErrors {

    private final IdentityPoolConfig config;
    private final TakenTokens taken;

    /** @param taken whose tokens the pool has taken before */
    PoolErrors(IdentityPoolConfig config, TakenTokens taken) {
        this.config = config;
        this.taken = taken;
    }

    CognitoException unreachable(String operation, Exception e) {
        return NoAnswer.to("Identity pool " + config.id(), operation, e);
    }

    /** @param requestedRole empty where the pool is to choose */
    CognitoException of(PoolError error, Applicant applicant, Optional<String> requestedRole) {
        return switch (error.code()) {
            case "TooManyRequestsException", "LimitExceededException" -> unavailable(
                    error, " Callers of the whole account share its quota of this operation in the region.");
            case "ExternalServiceException" -> new ProviderAwayException(cannotAnswer(error), NoAnswer.RETRY_AFTER);
            case "InternalErrorException" -> unavailable(error, "");
            case "ResourceNotFoundException" -> error.isOf("GetId") ? poolUnknown(error) : stale(error);
            case "InvalidIdentityPoolConfigurationException" -> refused(
                    IdentityPoolRefusal.ROLE_MISCONFIGURED, error, roleSettings(applicant, requestedRole));
            case "ResourceConflictException" -> refused(
                    IdentityPoolRefusal.LOGIN_CONFLICT,
                    error,
                    " The identity is linked to another user of this provider already, and can have one only.");
            case "InvalidParameterException" -> error.says("classic")
                    ? refused(
                            IdentityPoolRefusal.CLASSIC_FLOW_OFF,
                            error,
                            " Have the identity pool allow it (AllowClassicFlow) and map no roles, or set"
                                    + " cognito.identity-pool.flow=ENHANCED.")
                    : refused(IdentityPoolRefusal.OTHER, error, "");
            case "NotAuthorizedException" -> notAuthorized(error, applicant, requestedRole);
            default -> error.status() >= 500 ? unavailable(error, "") : refused(IdentityPoolRefusal.OTHER, error, "");
        };
    }

    private CognitoException notAuthorized(PoolError error, Applicant applicant, Optional<String> requestedRole) {
        if (error.says("Logins don't match") && error.isOf("GetId")) {
            return noSuchProvider(error, applicant);
        }
        if (error.says("Access to Identity") || error.says("Logins don't match")) {
            return stale(error);
        }
        if (error.says("Unauthenticated access is not supported")) {
            return refused(
                    IdentityPoolRefusal.NO_GUESTS,
                    error,
                    " Have the identity pool take guests (AllowUnauthenticatedIdentities) and give it a role for them"
                            + " (Roles: unauthenticated), or do without @CognitoGuestCredentials.");
        }
        if (error.says("ambiguous role")) {
            return refused(IdentityPoolRefusal.AMBIGUOUS_ROLE, error, ambiguity(applicant));
        }
        if (applicant.isGuest()) {
            return refused(IdentityPoolRefusal.OTHER, error, "");
        }
        return applicant
                .idToken()
                .filter(token -> applicant.others().isEmpty())
                .map(token -> new TokenErrors(config, taken, token).of(this, error, requestedRole))
                .orElseGet(() -> new LoginErrors(config, applicant).of(this, error, requestedRole));
    }

    /** Before there is an identity, it is the pool that knows none of the logins. */
    private CognitoException noSuchProvider(PoolError error, Applicant applicant) {
        String wanted = applicant
                .idToken()
                .map(token -> "ProviderName " + LoginsKey.of(config, token) + ", ClientId " + token.clientId())
                .orElse("the provider of the login");
        return unlisted(
                IdentityPoolRefusal.PROVIDER_UNKNOWN,
                error,
                " See that cognito.identity-pool.id, which is " + config.id()
                        + ", is the right one, and that this pool's"
                        + " authentication providers (CognitoIdentityProviders) list " + wanted + ".");
    }

    /** {@code AmbiguousRoleResolution} is for mappings of both types, and the pool does not say of which it has one. */
    private static String ambiguity(Applicant applicant) {
        List<String> held = applicant.idToken().map(IdToken::awsRoles).orElse(List.of());
        boolean decides = held.size() == 1
                || applicant.idToken().flatMap(IdToken::preferredAwsRole).isPresent();
        return (decides
                        ? " The token decides for a role, so that a role mapping of type Token would have given it."
                        : ofToken(held))
                + " Of a role mapping of type Rules no rule matches the token: add one that does. Either type falls"
                + " back to the pool's own role with AmbiguousRoleResolution=AuthenticatedRole.";
    }

    private static String ofToken(List<String> held) {
        return held.isEmpty()
                ? " The token names no role: a role mapping of type Token has none to give, so give a group of the"
                        + " caller a role."
                : " The token names the roles " + held + " and prefers none: for a role mapping of type Token give the"
                        + " groups different precedences, or ask for one of the roles by withRole.";
    }

    /** What the caller mends by another token. */
    CognitoException tokenRequired(PoolError error, String whatToDo) {
        return new IdTokenRequiredException(text(error) + whatToDo);
    }

    IdentityPoolRefusedException refused(IdentityPoolRefusal reason, PoolError error, String whatToDo) {
        return new IdentityPoolRefusedException(reason, text(error) + whatToDo);
    }

    /** What every token of the app client is refused for. */
    UnlistedClientException unlisted(IdentityPoolRefusal reason, PoolError error, String whatToDo) {
        return new UnlistedClientException(reason, text(error) + whatToDo);
    }

    CognitoException poolUnknown(PoolError error) {
        return refused(
                IdentityPoolRefusal.POOL_UNKNOWN,
                error,
                " Check cognito.identity-pool.id, and that the pool is in " + config.region() + " of this account.");
    }

    private StaleIdentityException stale(PoolError error) {
        return new StaleIdentityException(text(error) + " The identity was deleted or merged, or the login was unlinked"
                + " from it, since the pool gave it out.");
    }

    private CognitoException unavailable(PoolError error, String more) {
        return new CognitoUnavailableException(cannotAnswer(error) + more, NoAnswer.RETRY_AFTER);
    }

    private String cannotAnswer(PoolError error) {
        return "Identity pool " + config.id() + " cannot answer " + error.operation() + " now: " + error.text();
    }

    private String roleSettings(Applicant applicant, Optional<String> requestedRole) {
        String kind = applicant.isGuest() ? "unauthenticated" : "authenticated";
        String role = requestedRole
                .or(() -> applicant.preferredAwsRole())
                .map(arn -> "role " + arn)
                .orElse("role");
        return " The identity pool needs a role for callers who are " + kind + ", and the trust policy of the " + role
                + RoleTrust.of(config).demandedFor(kind);
    }

    String text(PoolError error) {
        return "Identity pool " + config.id() + " refused " + error.operation() + ": " + error.text();
    }
}
