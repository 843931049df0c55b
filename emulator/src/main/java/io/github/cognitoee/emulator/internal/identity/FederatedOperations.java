package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.internal.identity.Callers.Caller;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.GetCredentialsForIdentity;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.GetId;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.GetOpenIdToken;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.UnlinkIdentity;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What callers do with their logins: the enhanced flow, the first half of the classic one, unlinking. */
final class FederatedOperations {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    private static final Duration CREDENTIALS_LIFETIME = Duration.ofHours(1);
    private static final String SESSION_NAME = "CognitoIdentityCredentials";

    private final IdentityPools pools;
    private final Identities identities;
    private final Callers callers;
    private final IdentityTokens tokens;
    private final Roles roles;
    private final CredentialsVault vault;

    FederatedOperations(
            IdentityPools pools,
            Identities identities,
            Callers callers,
            IdentityTokens tokens,
            Roles roles,
            CredentialsVault vault) {
        this.pools = pools;
        this.identities = identities;
        this.callers = callers;
        this.tokens = tokens;
        this.roles = roles;
        this.vault = vault;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(GetId.class, this::getId)
                        .refusing(ErrorType.RESOURCE_CONFLICT)
                        .neverRefusing(ErrorType.INVALID_PARAMETER),
                Operation.open(GetCredentialsForIdentity.class, this::getCredentials)
                        .refusing(ErrorType.RESOURCE_CONFLICT, ErrorType.INVALID_IDENTITY_POOL_CONFIGURATION)
                        .neverRefusing(ErrorType.INVALID_PARAMETER),
                Operation.open(GetOpenIdToken.class, this::getOpenIdToken).refusing(ErrorType.RESOURCE_CONFLICT),
                Operation.open(UnlinkIdentity.class, this::unlink).refusing(ErrorType.RESOURCE_CONFLICT));
    }

    record IdentityId(String identityId) {}

    record IdentityCredentials(String identityId, Credentials credentials) {}

    /** Tells no secret. */
    record Credentials(String accessKeyId, String secretKey, String sessionToken, Instant expiration) {
        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }

    /** Tells no token. */
    record IdentityToken(String identityId, String token) {
        @Override
        public String toString() {
            return "IdentityToken[" + identityId + "]";
        }
    }

    private IdentityId getId(GetId request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        return new IdentityId(callers.signedIn(pool, PresentedLogins.of(GetId.class, request.logins()))
                .id());
    }

    private IdentityCredentials getCredentials(GetCredentialsForIdentity request) {
        Caller caller =
                callers.of(request.identityId(), PresentedLogins.of(GetCredentialsForIdentity.class, request.logins()));
        RoleSelection selection = new RoleSelection(caller.pool(), caller.logins(), request.customRoleArn());
        String role = caller.identity().isGuest() ? selection.ofGuests() : selection.ofLogins();
        if (!roles.trusts(role, caller.identity())) {
            throw RoleSelection.misconfigured();
        }
        RoleSession session = RoleSession.enhanced(new AssumedRole(role, SESSION_NAME), caller.identity());
        IssuedCredentials issued = vault.issue(session, CREDENTIALS_LIFETIME);
        return new IdentityCredentials(
                issued.identityId(),
                new Credentials(
                        issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken(), issued.expiresAt()));
    }

    private IdentityToken getOpenIdToken(GetOpenIdToken request) {
        IdentityPool pool =
                pools.required(identities.required(request.identityId()).poolId());
        if (pool.settings().refusesClassicFlow()) {
            throw ErrorType.INVALID_PARAMETER.because("Basic (classic) flow is not enabled, please use enhanced flow.");
        }
        if (!pool.roleMappings().isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
        }
        if (request.logins() != null
                && pool.settings().hasSamlProviderAmong(request.logins().keySet())) {
            // by which error, and in which words, Cognito refuses it is not confirmed
            throw ErrorType.INVALID_PARAMETER.because(
                    "Basic (classic) flow is not supported with SAML, please use enhanced flow.");
        }
        Caller caller = callers.of(request.identityId(), PresentedLogins.of(GetOpenIdToken.class, request.logins()));
        return new IdentityToken(caller.identity().subject(), tokens.issue(caller.identity(), TOKEN_LIFETIME));
    }

    private Map<String, Object> unlink(UnlinkIdentity request) {
        Caller caller = callers.of(request.identityId(), PresentedLogins.of(UnlinkIdentity.class, request.logins()));
        Identity identity = identities.required(caller.identity().subject());
        request.loginsToRemove().stream()
                .filter(provider -> !identity.providers().contains(provider))
                .findFirst()
                .ifPresent(provider -> {
                    throw ErrorType.INVALID_PARAMETER.because("The identity is not linked to " + provider + ".");
                });
        identities.unlink(
                identity,
                identity.logins().stream()
                        .filter(login -> request.loginsToRemove().contains(login.provider()))
                        .toList());
        return Map.of();
    }
}
