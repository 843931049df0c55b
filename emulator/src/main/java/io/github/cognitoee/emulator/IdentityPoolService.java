package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.LoginVerifier.VerifiedLogin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The two calls of the enhanced flow: from a login to an identity, from an identity to credentials. */
final class IdentityPoolService {

    private final EmulatorConfig config;
    private final LoginVerifier logins;
    private final CredentialsVault vault;
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    IdentityPoolService(EmulatorConfig config, LoginVerifier logins, CredentialsVault vault) {
        this.config = config;
        this.logins = logins;
        this.vault = vault;
    }

    Map<String, Object> getId(JsonNode input) {
        String poolId = required(input, "IdentityPoolId");
        IdentityPool pool = config.identityPools().stream()
                .filter(candidate -> candidate.id().equals(poolId))
                .findFirst()
                .orElseThrow(() -> ServiceException.notFound("IdentityPool '" + poolId + "' not found."));
        Identity identity = identityOf(pool, logins.verify(pool, loginsOf(input)));
        identities.putIfAbsent(identity.id(), identity);
        return Map.of("IdentityId", identity.id());
    }

    Map<String, Object> getCredentialsForIdentity(JsonNode input) {
        String identityId = required(input, "IdentityId");
        Identity identity = Optional.ofNullable(identities.get(identityId))
                .orElseThrow(() -> ServiceException.notFound("Identity '" + identityId + "' not found."));
        VerifiedLogin login = logins.verify(identity.pool(), loginsOf(input));
        if (!identityOf(identity.pool(), login).equals(identity)) {
            throw ServiceException.notAuthorized("Logins don't match. Please include at least one valid login for this"
                    + " identity or identity pool.");
        }
        String role = new RoleSelection(identity.pool(), login, optional(input, "CustomRoleArn")).role();
        return answer(vault.issue(identityId, role));
    }

    private static Map<String, Object> answer(IssuedCredentials issued) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        credentials.put("AccessKeyId", issued.accessKeyId());
        credentials.put("SecretKey", issued.secretAccessKey());
        credentials.put("SessionToken", issued.sessionToken());
        credentials.put("Expiration", issued.expiresAt().getEpochSecond());
        return Map.of("IdentityId", issued.identityId(), "Credentials", credentials);
    }

    /** The same login has the same identity in a pool, at every start of the emulator. */
    private Identity identityOf(IdentityPool pool, VerifiedLogin login) {
        String id = Subjects.uuidLike("identity", pool.id(), login.providerName(), login.subject());
        return new Identity(config.region() + ":" + id, pool);
    }

    private static Map<String, String> loginsOf(JsonNode input) {
        JsonNode node = input.path("Logins");
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw wrongType("Logins");
        }
        Map<String, String> logins = new LinkedHashMap<>();
        node.properties().forEach(entry -> logins.put(entry.getKey(), text("Logins", entry.getValue())));
        return logins;
    }

    private static String required(JsonNode input, String member) {
        String value = optional(input, member);
        if (value == null || value.isEmpty()) {
            throw ServiceException.invalidParameter(
                    "1 validation error detected: Value null at '" + Character.toLowerCase(member.charAt(0))
                            + member.substring(1) + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode input, String member) {
        JsonNode value = input.path(member);
        return value.isMissingNode() || value.isNull() ? null : text(member, value);
    }

    private static String text(String member, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(member);
        }
        return value.textValue();
    }

    private static ServiceException wrongType(String member) {
        return ServiceException.of("SerializationException", "The member " + member + " has the wrong type.");
    }

    private record Identity(String id, IdentityPool pool) {}
}
