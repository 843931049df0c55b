package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a configuration puts in place, past the checks that calls undergo. */
public final class Seed {

    private Seed() {}

    /**
     * A pool.
     *
     * @param attributes those that its users have; which are not standard become its own
     * @param rules by what users are known
     * @param mfa whether its users are asked for a second factor, such as {@code OPTIONAL}
     */
    public static Pool pool(Directory directory, String id, UsernameRules rules, List<String> attributes, String mfa) {
        List<String> standard = new Schema(List.of()).names().toList();
        List<Schema.Definition> own = attributes.stream()
                .filter(name -> !standard.contains(name))
                .map(name -> Schema.Definition.custom(name.replaceFirst("^custom:", "")))
                .toList();
        String name = id.substring(id.indexOf('_') + 1);
        Pool pool = directory.add(id, name, PoolSettings.configured(mfa).completed(), rules, own);
        pool.setMfa(MfaFactors.ALL, mfa);
        return pool;
    }

    public static void group(Pool pool, String name, @Nullable Integer precedence, @Nullable String roleArn) {
        Instant now = pool.now();
        Group group = new Group(name, pool.id(), null, roleArn, precedence, now, now);
        pool.groups().add(name, group, () -> taken(name));
    }

    /** An app client. Without grants nothing of OAuth is in effect. */
    public record Client(
            String id,
            @Nullable String secret,
            List<String> explicitAuthFlows,
            List<String> grants,
            List<String> scopes,
            List<String> callbackUrls,
            List<String> logoutUrls,
            List<String> providers) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** A client that reads and writes all attributes. Where its scopes are not defined yet, they are now. */
    public static void client(Pool pool, Client client) {
        Instant now = pool.now();
        List<String> own = pool.schema().names().filter(Schema::isCustom).toList();
        List<String> all = own.isEmpty() ? null : pool.schema().names().toList();
        client.scopes().stream()
                .filter(scope -> !Scopes.RESERVED.contains(scope))
                .forEach(scope -> define(pool, scope));
        ClientSettings settings = ClientSettings.of(client, all).completed();
        String id = client.id();
        pool.clients().add(id, new AppClient(pool.id(), id, id, client.secret(), now, now, settings), () -> taken(id));
    }

    private static void define(Pool pool, String scope) {
        int slash = scope.lastIndexOf('/');
        String identifier = scope.substring(0, slash);
        List<ResourceServer.Scope> known = pool.resourceServers()
                .find(identifier)
                .map(ResourceServer::scopes)
                .orElse(List.of());
        List<ResourceServer.Scope> all = Stream.concat(
                        known.stream(), Stream.of(new ResourceServer.Scope(scope.substring(slash + 1), scope)))
                .distinct()
                .toList();
        pool.resourceServers().put(identifier, new ResourceServer(pool.id(), identifier, identifier, all));
    }

    /** Another provider of OpenID Connect. */
    public static void provider(
            Pool pool,
            String name,
            Map<String, String> details,
            Map<String, String> attributeMapping,
            List<String> identifiers) {
        Instant now = pool.now();
        pool.providers()
                .put(
                        name,
                        new IdentityProvider(
                                pool.id(),
                                name,
                                IdentityProvider.OIDC,
                                details,
                                attributeMapping,
                                identifiers,
                                now,
                                now));
    }

    /** What a user proves himself by. */
    public record Secrets(@Nullable String password, Mfa mfa) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /** A confirmed user. */
    public static void user(
            Pool pool,
            String username,
            String sub,
            Map<String, String> attributes,
            List<String> groups,
            Secrets secrets) {
        Instant now = pool.now();
        NewUser user = NewUser.of(pool.usernameRules(), username, attributes, sub);
        Account account = Account.created(user.username(), sub, user.attributes(), UserStatus.CONFIRMED, now)
                .withGroups(new LinkedHashSet<>(groups), now)
                .withMfa(secrets.mfa(), now);
        String password = secrets.password();
        pool.accounts()
                .add(
                        password == null
                                ? account
                                : account.withPasswords(
                                        Passwords.NONE.with(pool.identityOf(account), password, now), now));
    }

    private static Refusal taken(String what) {
        throw new IllegalStateException("a checked configuration has it twice: " + what);
    }
}
