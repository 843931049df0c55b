package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.pool.Names.AttributeName;
import io.github.cognitoee.emulator.internal.pool.Names.RedirectUri;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an app client can be told, and told anew. */
public record ClientSettings(
        @Nullable @Range(min = 0, max = 315_360_000) Integer refreshTokenValidity,
        @Nullable @Range(min = 1, max = 86_400) Integer accessTokenValidity,
        @Nullable @Range(min = 1, max = 86_400) Integer idTokenValidity,
        @Nullable TokenValidityUnits tokenValidityUnits,
        @Nullable List<@AttributeName String> readAttributes,
        @Nullable List<@AttributeName String> writeAttributes,
        @Nullable
                List<
                                @OneOf({
                                    "ADMIN_NO_SRP_AUTH",
                                    "CUSTOM_AUTH_FLOW_ONLY",
                                    "USER_PASSWORD_AUTH",
                                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                                    "ALLOW_CUSTOM_AUTH",
                                    "ALLOW_USER_PASSWORD_AUTH",
                                    "ALLOW_USER_SRP_AUTH",
                                    "ALLOW_REFRESH_TOKEN_AUTH",
                                    "ALLOW_USER_AUTH"
                                })
                                String>
                        explicitAuthFlows,
        @Nullable List<@Length(min = 1, max = 32) String> supportedIdentityProviders,
        @Nullable @Length(max = 100) List<@RedirectUri String> callbackURLs,
        @Nullable @Length(max = 100) List<@RedirectUri String> logoutURLs,
        @Nullable @RedirectUri String defaultRedirectURI,
        @Nullable @Length(max = 3) List<@OneOf({"code", "implicit", "client_credentials"}) String> allowedOAuthFlows,
        @Nullable @Length(max = 50) List<@Length(min = 1, max = 256) String> allowedOAuthScopes,
        @Nullable Boolean allowedOAuthFlowsUserPoolClient,
        @Nullable @OneOf({"LEGACY", "ENABLED"}) String preventUserExistenceErrors,
        @Nullable Boolean enableTokenRevocation,
        @Nullable Boolean enablePropagateAdditionalUserContextData,
        @Nullable @Range(min = 3, max = 15) Integer authSessionValidity,
        @Nullable RefreshTokenRotation refreshTokenRotation) {

    private static final int DEFAULT_REFRESH_DAYS = 30;
    private static final int DEFAULT_SESSION_MINUTES = 3;
    /** The pool itself, among the providers of its users. */
    public static final String COGNITO = "COGNITO";

    private static final Set<String> DEFAULT_FLOWS =
            Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");

    /** Of a client of the configuration, which reads and writes these attributes. */
    static ClientSettings of(Seed.Client client, @Nullable List<String> attributes) {
        return new ClientSettings(
                null,
                null,
                null,
                null,
                attributes,
                attributes,
                client.explicitAuthFlows(),
                client.providers(),
                client.callbackUrls(),
                client.logoutUrls(),
                null,
                client.grants(),
                client.scopes(),
                !client.grants().isEmpty(),
                null,
                null,
                null,
                null,
                null);
    }

    /** These settings, with the service's own where none was given and they can be seen. */
    public ClientSettings completed() {
        boolean unlimited = refreshTokenValidity == null || refreshTokenValidity == 0;
        return new ClientSettings(
                unlimited ? Integer.valueOf(DEFAULT_REFRESH_DAYS) : refreshTokenValidity,
                accessTokenValidity,
                idTokenValidity,
                unlimited ? withoutRefreshUnit() : tokenValidityUnits,
                readAttributes,
                writeAttributes,
                explicitAuthFlows,
                supportedIdentityProviders,
                callbackURLs,
                logoutURLs,
                defaultRedirectURI,
                allowedOAuthFlows,
                allowedOAuthScopes,
                Boolean.TRUE.equals(allowedOAuthFlowsUserPoolClient),
                preventUserExistenceErrors,
                !Boolean.FALSE.equals(enableTokenRevocation),
                Boolean.TRUE.equals(enablePropagateAdditionalUserContextData),
                authSessionValidity == null ? Integer.valueOf(DEFAULT_SESSION_MINUTES) : authSessionValidity,
                refreshTokenRotation);
    }

    private @Nullable TokenValidityUnits withoutRefreshUnit() {
        return tokenValidityUnits == null
                ? null
                : new TokenValidityUnits(tokenValidityUnits.accessToken(), tokenValidityUnits.idToken(), null);
    }

    /** @param flow such as {@code USER_PASSWORD_AUTH} */
    public boolean allowsFlow(String flow) {
        if (explicitAuthFlows == null || explicitAuthFlows.isEmpty()) {
            return DEFAULT_FLOWS.contains("ALLOW_" + flow);
        }
        boolean legacy = explicitAuthFlows.stream().noneMatch(name -> name.startsWith("ALLOW_"));
        if (legacy) {
            String legacyName =
                    switch (flow) {
                        case "ADMIN_USER_PASSWORD_AUTH" -> "ADMIN_NO_SRP_AUTH";
                        case "CUSTOM_AUTH" -> "CUSTOM_AUTH_FLOW_ONLY";
                        default -> flow;
                    };
            return explicitAuthFlows.contains(legacyName) || flow.equals("REFRESH_TOKEN_AUTH");
        }
        return explicitAuthFlows.contains("ALLOW_" + flow);
    }

    /** Whether the grants of OAuth are in effect, and this one among them. */
    public boolean allowsGrant(String flow) {
        return Boolean.TRUE.equals(allowedOAuthFlowsUserPoolClient)
                && allowedOAuthFlows != null
                && allowedOAuthFlows.contains(flow);
    }

    public List<String> scopes() {
        return allowedOAuthScopes == null ? List.of() : allowedOAuthScopes;
    }

    /** Whether the pages may send browsers back to this address. */
    public boolean isCallback(String uri) {
        return callbackURLs != null && callbackURLs.contains(uri);
    }

    /** Whether the pages may send browsers to this address when they have signed out. */
    public boolean isLogout(String uri) {
        return logoutURLs != null && logoutURLs.contains(uri);
    }

    /** Whether the pages offer this provider; without a word, the pool's own users alone. */
    public boolean supports(String provider) {
        return (supportedIdentityProviders == null || supportedIdentityProviders.isEmpty())
                ? provider.equals(COGNITO)
                : supportedIdentityProviders.contains(provider);
    }

    /** Whether errors must not tell who has an account. */
    public boolean hidesUserExistence() {
        return "ENABLED".equals(preventUserExistenceErrors);
    }

    public boolean revokes() {
        return !Boolean.FALSE.equals(enableTokenRevocation);
    }

    /** Unless told otherwise, a client reads and writes the standard attributes alone. */
    public boolean reads(String attribute) {
        return isAmong(readAttributes, attribute);
    }

    public boolean writes(String attribute) {
        return isAmong(writeAttributes, attribute);
    }

    private static boolean isAmong(@Nullable List<String> named, String attribute) {
        return (named == null || named.isEmpty()) ? !Schema.isCustom(attribute) : named.contains(attribute);
    }

    public Duration accessLifetime() {
        return lifetime(accessTokenValidity, tokenValidityUnits == null ? null : tokenValidityUnits.accessToken());
    }

    public Duration idLifetime() {
        return lifetime(idTokenValidity, tokenValidityUnits == null ? null : tokenValidityUnits.idToken());
    }

    public Duration refreshLifetime() {
        String unit = tokenValidityUnits == null ? null : tokenValidityUnits.refreshToken();
        return refreshTokenValidity == null || refreshTokenValidity == 0
                ? Duration.ofDays(DEFAULT_REFRESH_DAYS)
                : TokenValidityUnits.of(refreshTokenValidity, unit == null ? "days" : unit);
    }

    public Duration sessionLifetime() {
        return Duration.ofMinutes(authSessionValidity == null ? DEFAULT_SESSION_MINUTES : authSessionValidity);
    }

    public boolean rotates() {
        return refreshTokenRotation != null && refreshTokenRotation.feature().equals("ENABLED");
    }

    public Duration rotationGrace() {
        Integer seconds = refreshTokenRotation == null ? null : refreshTokenRotation.retryGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static Duration lifetime(@Nullable Integer validity, @Nullable String unit) {
        return TokenValidityUnits.of(
                validity == null ? 1 : validity, unit == null || validity == null ? "hours" : unit);
    }

    /** The units of the three validities; without them hours, and days of refresh tokens. */
    public record TokenValidityUnits(
            @Nullable @OneOf({"seconds", "minutes", "hours", "days"}) String accessToken,
            @Nullable @OneOf({"seconds", "minutes", "hours", "days"}) String idToken,
            @Nullable @OneOf({"seconds", "minutes", "hours", "days"}) String refreshToken) {

        private static Duration of(int count, String unit) {
            return switch (unit) {
                case "seconds" -> Duration.ofSeconds(count);
                case "minutes" -> Duration.ofMinutes(count);
                case "hours" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }

    public record RefreshTokenRotation(
            @OneOf({"ENABLED", "DISABLED"}) String feature,
            @Nullable @Range(min = 0, max = 60) Integer retryGracePeriodSeconds) {}
}
