package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.OidcProvider;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Functions;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolState;
import io.github.cognitoee.emulator.internal.pool.Seed;
import io.github.cognitoee.emulator.internal.pool.UsernameRules;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the configured user pools into a directory, from where on calls may change them. */
final class ConfiguredPools {

    /** Of clients of which the configuration tells no flows. */
    private static final List<String> ALL_FLOWS = List.of(
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_USER_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH");

    /** Of clients with callback URLs of which the configuration tells no scopes. */
    private static final List<String> SCOPES_OF_PAGES = List.of("openid", "email", "phone", "profile");

    private ConfiguredPools() {}

    /** @param kept the pools to begin with in place of those of the configuration */
    static Directory directory(
            EmulatorConfig config, Optional<List<PoolState>> kept, Clock clock, Functions functions) {
        Pool.Means means = new Pool.Means(clock, RefreshTokens::next, functions);
        Directory directory = new Directory(config.region(), config.accountId(), means);
        kept.ifPresentOrElse(pools -> pools.forEach(directory::restore), () -> fill(directory, config));
        return directory;
    }

    /** Puts back what calls have changed: the configured pools are as they were, and there is no other. */
    static void restore(Directory directory, EmulatorConfig config) {
        directory.clear();
        fill(directory, config);
    }

    private static void fill(Directory directory, EmulatorConfig config) {
        Set<String> ofProviders = config.userPools().stream()
                .flatMap(pool -> pool.identityProviders().stream())
                .map(OidcProvider::clientId)
                .collect(Collectors.toSet());
        config.userPools().forEach(pool -> add(pool, directory, ofProviders));
    }

    /** @param ofProviders clients through which other pools sign their users in */
    private static void add(UserPool configured, Directory directory, Set<String> ofProviders) {
        List<String> attributes = configured.users().stream()
                .flatMap(user -> user.attributes().keySet().stream())
                .distinct()
                .toList();
        Pool pool = Seed.pool(
                directory,
                configured.id(),
                UsernameRules.of(configured.usernameAttributes(), configured.aliasAttributes()),
                attributes,
                mfaOf(configured));
        configured.groups().forEach(group -> Seed.group(pool, group.name(), group.precedence(), group.roleArn()));
        configured.identityProviders().forEach(provider -> add(provider, pool));
        configured.clients().forEach(client -> Seed.client(pool, seedOf(client, configured, ofProviders)));
        configured.users().forEach(user -> add(user, pool));
    }

    /** Without a word, there are second factors where somebody has one. */
    private static String mfaOf(UserPool configured) {
        boolean used = configured.users().stream().anyMatch(user -> !user.mfa().isEmpty());
        return Objects.requireNonNullElse(configured.mfa(), used ? "OPTIONAL" : "OFF");
    }

    private static void add(OidcProvider provider, Pool pool) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("oidc_issuer", provider.issuer());
        details.put("client_id", provider.clientId());
        details.put("authorize_scopes", String.join(" ", provider.scopes()));
        details.put("attributes_request_method", "GET");
        if (provider.clientSecret() != null) {
            details.put("client_secret", provider.clientSecret());
        }
        Map<String, String> mapping = new LinkedHashMap<>(provider.attributeMapping());
        mapping.putIfAbsent("username", "sub");
        Seed.provider(pool, provider.name(), details, mapping, provider.identifiers());
    }

    private static void add(User user, Pool pool) {
        Seed.user(
                pool,
                user.username(),
                Subjects.of(pool.id(), user),
                user.attributes(),
                user.groups(),
                new Seed.Secrets(user.password(), new Mfa(user.mfa(), null, user.totpSecret(), null)));
    }

    private static Seed.Client seedOf(Client client, UserPool pool, Set<String> ofProviders) {
        boolean pages = !client.callbackUrls().isEmpty() || ofProviders.contains(client.id());
        List<String> grants = client.allowedOAuthFlows();
        List<String> scopes = client.allowedOAuthScopes();
        return new Seed.Client(
                client.id(),
                client.secret(),
                client.explicitAuthFlows().isEmpty() ? ALL_FLOWS : client.explicitAuthFlows(),
                grants.isEmpty() && pages ? List.of("code") : grants,
                scopes.isEmpty() && pages ? SCOPES_OF_PAGES : scopes,
                client.callbackUrls(),
                client.logoutUrls(),
                Stream.concat(
                                Stream.of(ClientSettings.COGNITO),
                                pool.identityProviders().stream().map(OidcProvider::name))
                        .toList());
    }
}
