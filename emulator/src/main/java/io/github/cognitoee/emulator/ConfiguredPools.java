package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolState;
import io.github.cognitoee.emulator.internal.pool.Seed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts the configured user pools into a directory, from where on calls may change them. */
final class ConfiguredPools {

    /** Of clients of which the configuration tells no flows. */
    private static final List<String> ALL_FLOWS = List.of(
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH");

    /** Of clients with callback URLs of which the configuration tells no scopes. */
    private static final List<String> SCOPES_OF_PAGES = List.of("openid", "email", "phone", "profile");

    private ConfiguredPools() {}

    /** @param kept the pools to begin with in place of those of the configuration */
    static Directory directory(EmulatorConfig config, Optional<List<PoolState>> kept, Clock clock) {
        Directory directory = new Directory(config.region(), config.accountId(), clock, RefreshTokens::next);
        kept.ifPresentOrElse(pools -> pools.forEach(directory::restore), () -> fill(directory, config));
        return directory;
    }

    /** Puts back what calls have changed: the configured pools are as they were, and there is no other. */
    static void restore(Directory directory, EmulatorConfig config) {
        directory.clear();
        fill(directory, config);
    }

    private static void fill(Directory directory, EmulatorConfig config) {
        config.userPools().forEach(pool -> add(pool, directory));
    }

    private static void add(UserPool configured, Directory directory) {
        List<String> attributes = configured.users().stream()
                .flatMap(user -> user.attributes().keySet().stream())
                .distinct()
                .toList();
        boolean mfa = configured.users().stream().anyMatch(user -> !user.mfa().isEmpty());
        Pool pool = Seed.pool(directory, configured.id(), attributes, mfa);
        configured.groups().forEach(group -> Seed.group(pool, group.name(), group.precedence(), group.roleArn()));
        configured.clients().forEach(client -> Seed.client(pool, seedOf(client)));
        configured.users().forEach(user -> add(user, pool));
    }

    private static void add(User user, Pool pool) {
        Seed.user(
                pool,
                user.username(),
                Subjects.of(pool.id(), user),
                user.attributes(),
                user.groups(),
                new Seed.Secrets(user.password(), new Mfa(user.mfa(), user.totpSecret())));
    }

    private static Seed.Client seedOf(Client client) {
        boolean pages = !client.callbackUrls().isEmpty();
        List<String> grants = client.allowedOAuthFlows();
        List<String> scopes = client.allowedOAuthScopes();
        return new Seed.Client(
                client.id(),
                client.secret(),
                client.explicitAuthFlows().isEmpty() ? ALL_FLOWS : client.explicitAuthFlows(),
                grants.isEmpty() && pages ? List.of("code") : grants,
                scopes.isEmpty() && pages ? SCOPES_OF_PAGES : scopes,
                client.callbackUrls(),
                client.logoutUrls());
    }
}
