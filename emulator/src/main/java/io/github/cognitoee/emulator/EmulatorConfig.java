package io.github.cognitoee.emulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the emulator emulates: user pools with their clients, groups and users, and the identity pools that accept them.
 * Immutable; checked as a whole when made, so that an instance is always usable.
 *
 * <pre>{@code
 * EmulatorConfig config = EmulatorConfig.parse("""
 *         {
 *           "region": "eu-west-1",
 *           "accountId": "123456789012",
 *           "userPools": [{
 *             "id": "eu-west-1_Orders",
 *             "clients": [{"id": "web"}],
 *             "users": [{"username": "alice", "attributes": {"email": "alice@example.com"}}]
 *           }]
 *         }""");
 * }</pre>
 *
 * @param region the region of all pools, also the first part of their ids
 * @param accountId the AWS account, twelve digits
 * @param accessKeys with which administrators sign their calls; {@link AccessKey#DEFAULT} where none are given
 * @param roles the IAM roles of the account; where none is listed, every role exists
 */
public record EmulatorConfig(
        @JsonProperty(required = true) String region,
        @JsonProperty(required = true) String accountId,
        @JsonProperty(required = true) List<UserPool> userPools,
        List<IdentityPool> identityPools,
        List<AccessKey> accessKeys,
        List<Role> roles) {

    /** @throws EmulatorConfigException if anything in it is wrong */
    public EmulatorConfig {
        userPools = copied(userPools);
        identityPools = copied(identityPools);
        accessKeys = accessKeys == null ? List.of(AccessKey.DEFAULT) : copied(accessKeys);
        roles = copied(roles);
        ConfigCheck.check(region, accountId, userPools, identityPools);
        ConfigCheck.checkAccessKeys(accessKeys);
        RoleCheck.check(roles);
    }

    /**
     * With the default access key, and without roles.
     *
     * @throws EmulatorConfigException if anything in it is wrong
     */
    public EmulatorConfig(String region, String accountId, List<UserPool> userPools, List<IdentityPool> identityPools) {
        this(region, accountId, userPools, identityPools, List.of(AccessKey.DEFAULT), List.of());
    }

    /**
     * Reads a configuration file: YAML where its name ends with .yaml or .yml, else JSON.
     *
     * @throws EmulatorConfigException if it cannot be read or is wrong
     */
    public static EmulatorConfig parse(Path file) {
        return ConfigReader.read(file);
    }

    /**
     * Reads a configuration from its JSON text.
     *
     * @throws EmulatorConfigException if it is wrong
     */
    public static EmulatorConfig parse(String json) {
        return ConfigReader.read(json);
    }

    /**
     * The built-in configuration, {@code default-config.json} in this package: pool {@code eu-west-1_CognitoEE} with two
     * clients, the groups {@code users} and {@code admins}, the users {@code alice} and {@code admin}, and one identity
     * pool that accepts the first client, and guests.
     */
    public static EmulatorConfig defaults() {
        return ConfigReader.readDefaults();
    }

    Optional<UserPool> userPool(String id) {
        return userPools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    private static <T> List<T> copied(@Nullable List<T> list) {
        if (list != null && list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("null in a list");
        }
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <V> Map<String, V> inOrder(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A user pool. Its two signing keys are made when the emulator starts.
     *
     * @param identityProviders where its users may have their account instead; all its clients offer them
     * @param mfa whether users are asked for a second factor: {@code OFF}, {@code OPTIONAL} or {@code ON}; null for
     *     {@code OPTIONAL} where a user has {@code mfa}, {@code OFF} elsewhere
     * @param usernameAttributes {@code email} or {@code phone_number}, or both: users sign in with these, and their user
     *     names are generated. {@link User#username()} is the address then
     * @param aliasAttributes {@code email}, {@code phone_number} or {@code preferred_username}: users sign in with these
     *     besides their user names, if they are verified
     */
    public record UserPool(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) List<Client> clients,
            List<Group> groups,
            List<User> users,
            List<OidcProvider> identityProviders,
            @Nullable String mfa,
            List<String> usernameAttributes,
            List<String> aliasAttributes) {

        public UserPool {
            usernameAttributes = copied(usernameAttributes);
            aliasAttributes = copied(aliasAttributes);
            identityProviders = copied(identityProviders);
            clients = copied(clients);
            groups = copied(groups);
            users = copied(users);
        }

        /** A user pool whose users have their accounts nowhere else. */
        public UserPool(String id, List<Client> clients, List<Group> groups, List<User> users) {
            this(id, clients, groups, users, List.of());
        }

        /** A user pool whose users are asked for a second factor if they have one. */
        public UserPool(
                String id,
                List<Client> clients,
                List<Group> groups,
                List<User> users,
                List<OidcProvider> identityProviders) {
            this(id, clients, groups, users, identityProviders, null, List.of(), List.of());
        }

        /** The same pool, whose users are asked for a second factor as this says, such as {@code OPTIONAL}. */
        public UserPool withMfa(String use) {
            return new UserPool(
                    id, clients, groups, users, identityProviders, use, usernameAttributes, aliasAttributes);
        }

        /** The same pool, whose users sign in with these and have generated user names. */
        public UserPool withUsernameAttributes(String... names) {
            return new UserPool(id, clients, groups, users, identityProviders, mfa, List.of(names), aliasAttributes);
        }

        /** The same pool, whose users sign in with these too. */
        public UserPool withAliasAttributes(String... names) {
            return new UserPool(id, clients, groups, users, identityProviders, mfa, usernameAttributes, List.of(names));
        }

        Optional<Client> client(String id) {
            return clients.stream().filter(client -> client.id().equals(id)).findFirst();
        }

        Optional<Group> group(String name) {
            return groups.stream().filter(group -> group.name().equals(name)).findFirst();
        }

        Optional<User> user(String username) {
            return users.stream()
                    .filter(user -> user.username().equals(username))
                    .findFirst();
        }
    }

    /**
     * An app client of a user pool.
     *
     * <pre>{@code
     * Client web = Client.builder("web")
     *         .secret("the0secret0of0the0web0client")
     *         .callbackUrls("http://localhost:8080/callback")
     *         .logoutUrls("http://localhost:8080/")
     *         .build();
     * }</pre>
     *
     * @param secret null for a public client
     * @param explicitAuthFlows as in {@code CreateUserPoolClient}; without any, all that the emulator knows
     * @param callbackUrls where managed login may send people back to
     * @param logoutUrls where it may send them when they have signed out
     * @param allowedOAuthFlows {@code code}, {@code implicit} or {@code client_credentials}; without any, {@code code}
     *     for a client with callback URLs, none for others
     * @param allowedOAuthScopes without any, {@code openid}, {@code email}, {@code phone} and {@code profile} for a client
     *     with callback URLs. Others, such as {@code orders/read}, are defined with the client
     */
    public record Client(
            @JsonProperty(required = true) String id,
            @Nullable String secret,
            List<String> explicitAuthFlows,
            List<String> callbackUrls,
            List<String> logoutUrls,
            List<String> allowedOAuthFlows,
            List<String> allowedOAuthScopes) {

        public Client {
            explicitAuthFlows = copied(explicitAuthFlows);
            callbackUrls = copied(callbackUrls);
            logoutUrls = copied(logoutUrls);
            allowedOAuthFlows = copied(allowedOAuthFlows);
            allowedOAuthScopes = copied(allowedOAuthScopes);
        }

        /** A client that has nothing to do with managed login. */
        public Client(String id, @Nullable String secret, List<String> explicitAuthFlows) {
            this(id, secret, explicitAuthFlows, List.of(), List.of(), List.of(), List.of());
        }

        /** A public client that may use every flow. */
        public Client(String id) {
            this(id, null, List.of());
        }

        /** A client that is public unless it is given a secret. */
        public static Builder builder(String id) {
            return new Builder(id);
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }

        /** An app client to be, member by member. */
        public static final class Builder {

            private final String id;
            private @Nullable String secret;
            private List<String> explicitAuthFlows = List.of();
            private List<String> callbackUrls = List.of();
            private List<String> logoutUrls = List.of();
            private List<String> flows = List.of();
            private List<String> scopes = List.of();

            private Builder(String id) {
                this.id = id;
            }

            /** Makes it a confidential client; 24 to 64 letters or digits. */
            public Builder secret(String value) {
                secret = Objects.requireNonNull(value, "secret");
                return this;
            }

            /** Such as {@code ALLOW_USER_PASSWORD_AUTH}. */
            public Builder explicitAuthFlows(String... names) {
                explicitAuthFlows = List.of(names);
                return this;
            }

            /** Where managed login may send people back to; exact, with port and path. */
            public Builder callbackUrls(String... urls) {
                callbackUrls = List.of(urls);
                return this;
            }

            /** Where managed login may send people who have signed out. */
            public Builder logoutUrls(String... urls) {
                logoutUrls = List.of(urls);
                return this;
            }

            /** {@code code}, {@code implicit} or {@code client_credentials}. */
            public Builder oauthFlows(String... names) {
                flows = List.of(names);
                return this;
            }

            /** Such as {@code openid}, or {@code orders/read} of a resource server. */
            public Builder scopes(String... names) {
                scopes = List.of(names);
                return this;
            }

            /** The client, as it is to stand in a user pool. */
            public Client build() {
                return new Client(id, secret, explicitAuthFlows, callbackUrls, logoutUrls, flows, scopes);
            }
        }
    }

    /**
     * An OpenID Connect provider, such as another user pool of the emulator. It must let browsers back to
     * {@code http://localhost:<port>/oauth2/idpresponse}; user pools of the same emulator do so without being told.
     *
     * @param issuer the provider's, or the AWS-shaped one of another user pool
     * @param clientId of this pool at the provider
     * @param clientSecret null for a public client
     * @param scopes {@code openid} and {@code email} without any
     * @param attributeMapping from attributes to claims; {@code email} and {@code email_verified} without any
     * @param identifiers other names that applications may use
     */
    public record OidcProvider(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String issuer,
            @JsonProperty(required = true) String clientId,
            @Nullable String clientSecret,
            List<String> scopes,
            Map<String, String> attributeMapping,
            List<String> identifiers) {

        private static final Map<String, String> EMAIL = Map.of("email", "email", "email_verified", "email_verified");

        public OidcProvider {
            scopes = scopes == null || scopes.isEmpty() ? List.of("openid", "email") : copied(scopes);
            attributeMapping =
                    attributeMapping == null || attributeMapping.isEmpty() ? EMAIL : inOrder(attributeMapping);
            identifiers = copied(identifiers);
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "OidcProvider[" + name + "]";
        }
    }

    /** An access key for calls that must be signed. */
    public record AccessKey(
            @JsonProperty(required = true) String accessKeyId, @JsonProperty(required = true) String secretAccessKey) {

        /** {@code AKIACOGNITOEMULATOR} with the secret {@code emulator}: public knowledge, good for nothing else. */
        public static final AccessKey DEFAULT = new AccessKey("AKIACOGNITOEMULATOR", "emulator");

        /** Tells no secret. */
        @Override
        public String toString() {
            return "AccessKey[" + accessKeyId + "]";
        }
    }

    /**
     * A group of a user pool.
     *
     * @param precedence the lowest wins; without one, the group comes last
     * @param roleArn the IAM role of its members, if any
     */
    public record Group(
            @JsonProperty(required = true) String name, @Nullable Integer precedence, @Nullable String roleArn) {}

    /**
     * A user of a user pool.
     *
     * @param sub the user's key; without one it is derived from pool id and user name, the same at every start
     * @param groups names of groups of the same pool
     * @param attributes such as {@code email}; all of them are strings, as in Cognito
     * @param password without one the user cannot sign in by password until an administrator sets it
     * @param mfa the second factors that managed login asks for, {@code SOFTWARE_TOKEN_MFA}, {@code SMS_MFA} or
     *     {@code EMAIL_OTP}; of several the user chooses one
     * @param totpSecret what the user's authenticator app knows, in Base32
     */
    public record User(
            @JsonProperty(required = true) String username,
            @Nullable String sub,
            List<String> groups,
            Map<String, String> attributes,
            @Nullable String password,
            List<String> mfa,
            @Nullable String totpSecret) {

        public User {
            mfa = copied(mfa);
            groups = copied(groups);
            attributes = inOrder(attributes);
        }

        /** A user without a second factor. */
        public User(
                String username,
                @Nullable String sub,
                List<String> groups,
                Map<String, String> attributes,
                @Nullable String password) {
            this(username, sub, groups, attributes, password, List.of(), null);
        }

        /** A user without a password. */
        public User(String username, @Nullable String sub, List<String> groups, Map<String, String> attributes) {
            this(username, sub, groups, attributes, null);
        }

        /** Tells the name alone. */
        @Override
        public String toString() {
            return "User[" + username + "]";
        }
    }

    /**
     * An identity pool.
     *
     * @param id {@code <region>:<uuid>}
     * @param authenticatedRole the role of callers for whom no mapping decides
     * @param unauthenticatedRole the role of guests
     * @param allowUnauthenticatedIdentities whether it takes guests
     * @param allowClassicFlow false refuses the classic flow; null allows it, as in Cognito
     */
    public record IdentityPool(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) List<Provider> providers,
            @Nullable String authenticatedRole,
            @Nullable String unauthenticatedRole,
            @Nullable String name,
            boolean allowUnauthenticatedIdentities,
            @Nullable Boolean allowClassicFlow,
            @Nullable String developerProviderName) {

        public IdentityPool {
            providers = copied(providers);
        }
    }

    /**
     * A user pool's client whose ID tokens an identity pool accepts.
     *
     * @param serverSideTokenCheck whether the user pool is asked if the sign-in still holds
     */
    public record Provider(
            @JsonProperty(required = true) String userPoolId,
            @JsonProperty(required = true) String clientId,
            @Nullable RoleMapping roleMapping,
            boolean serverSideTokenCheck) {}

    /**
     * An IAM role.
     *
     * @param trustPolicy the JSON document of its trust policy
     * @param maxSessionDuration in seconds, 3600 to 43200; an hour without one
     * @param policies the JSON documents of its permission policies, by their names; without any it may do nothing
     */
    public record Role(
            @JsonProperty(required = true) String arn,
            @JsonProperty(required = true) Map<String, Object> trustPolicy,
            @Nullable Integer maxSessionDuration,
            Map<String, Map<String, Object>> policies) {

        public Role {
            trustPolicy = inOrder(trustPolicy);
            policies = inOrder(policies);
        }

        /** A role without permission policies, which {@link Iam} may still give it. */
        public Role(String arn, Map<String, Object> trustPolicy, @Nullable Integer maxSessionDuration) {
            this(arn, trustPolicy, maxSessionDuration, Map.of());
        }

        /** The same role with another permission policy. */
        public Role withPolicy(String name, Map<String, Object> document) {
            Map<String, Map<String, Object>> all = new LinkedHashMap<>(policies);
            all.put(name, document);
            return new Role(arn, trustPolicy, maxSessionDuration, all);
        }
    }

    /** How an identity pool chooses the role of a provider's callers. */
    public record RoleMapping(
            @JsonProperty(required = true) Type type,
            @JsonProperty(required = true) AmbiguousRoleResolution ambiguousRoleResolution,
            List<Rule> rules) {

        public RoleMapping {
            rules = copied(rules);
        }

        /** Whether the token's own roles decide, or rules over its claims. */
        public enum Type {
            @JsonProperty("Token")
            TOKEN,
            @JsonProperty("Rules")
            RULES
        }

        /** What happens when the mapping names no single role. */
        public enum AmbiguousRoleResolution {
            @JsonProperty("AuthenticatedRole")
            AUTHENTICATED_ROLE,
            @JsonProperty("Deny")
            DENY
        }
    }

    /** One rule of a mapping; the first that matches wins. */
    public record Rule(
            @JsonProperty(required = true) String claim,
            @JsonProperty(required = true) MatchType matchType,
            @JsonProperty(required = true) String value,
            @JsonProperty(required = true) String roleArn) {

        /** How a claim is compared with the rule's value. */
        public enum MatchType {
            @JsonProperty("Equals")
            EQUALS,
            @JsonProperty("Contains")
            CONTAINS,
            @JsonProperty("StartsWith")
            STARTS_WITH,
            @JsonProperty("NotEqual")
            NOT_EQUAL
        }
    }
}
