package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims that Cognito writes into the tokens of one sign-in. */
record TokenClaims(
        String issuer, String clientId, List<String> scopes, Instant issuedAt, Duration lifetime, SignIn signIn) {

    private static final Set<String> BOOLEAN_ATTRIBUTES = Set.of("email_verified", "phone_number_verified");
    private static final int ACCESS_TOKEN_VERSION = 2;

    /**
     * What all tokens of one sign-in share.
     *
     * @param originJti null where the client's tokens cannot be revoked
     * @param authTime null if it is the time at which the token is issued
     */
    record SignIn(@Nullable String originJti, String eventId, @Nullable Instant authTime) {

        static SignIn now() {
            return new SignIn(uuid(), uuid(), null);
        }
    }

    Map<String, Object> ofIdToken(User user, String sub, List<Group> groups) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", sub);
        user.attributes().forEach((name, value) -> claims.put(name, attribute(name, value)));
        claims.put("iss", issuer);
        claims.put("cognito:username", user.username());
        putGroups(claims, groups);
        GroupRoles roles = new GroupRoles(groups);
        if (!roles.all().isEmpty()) {
            claims.put("cognito:roles", roles.all());
        }
        roles.preferred().ifPresent(role -> claims.put("cognito:preferred_role", role));
        claims.put("aud", clientId);
        claims.put("token_use", "id");
        putSignIn(claims);
        putTimes(claims);
        return claims;
    }

    Map<String, Object> ofAccessToken(User user, String sub, List<Group> groups) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", sub);
        putGroups(claims, groups);
        putClient(claims);
        putSignIn(claims);
        putTimes(claims);
        claims.put("username", user.username());
        return claims;
    }

    /** The grant {@code client_credentials}: nobody signed in, so there is no user name, no group and no family. */
    Map<String, Object> ofMachineToken() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", clientId);
        putClient(claims);
        putTimes(claims);
        claims.put("jti", uuid());
        return claims;
    }

    private void putClient(Map<String, Object> claims) {
        claims.put("iss", issuer);
        claims.put("version", ACCESS_TOKEN_VERSION);
        claims.put("client_id", clientId);
        claims.put("token_use", "access");
        claims.put("scope", String.join(" ", scopes));
    }

    private void putSignIn(Map<String, Object> claims) {
        claims.put("event_id", signIn.eventId());
        if (signIn.originJti() != null) {
            claims.put("origin_jti", signIn.originJti());
            claims.put("jti", uuid());
        }
    }

    private void putTimes(Map<String, Object> claims) {
        Instant authTime = signIn.authTime() == null ? issuedAt : signIn.authTime();
        claims.put("auth_time", authTime.getEpochSecond());
        claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.put("iat", issuedAt.getEpochSecond());
    }

    private static void putGroups(Map<String, Object> claims, List<Group> groups) {
        if (!groups.isEmpty()) {
            claims.put("cognito:groups", groups.stream().map(Group::name).toList());
        }
    }

    private static Object attribute(String name, String value) {
        return BOOLEAN_ATTRIBUTES.contains(name) ? Boolean.valueOf(value) : value;
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
