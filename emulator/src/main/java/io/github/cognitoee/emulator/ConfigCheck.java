package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.OidcProvider;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules a configuration must keep, beyond its shape. */
final class ConfigCheck {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern POOL_NAME = Pattern.compile("[0-9a-zA-Z]+");
    private static final Pattern KEY_ID = Pattern.compile("\\w{3,128}");
    private static final Pattern CLIENT = Pattern.compile("[\\w+]{1,128}");
    private static final Pattern CLIENT_SECRET = Pattern.compile("[\\w+]{24,64}");
    private static final Pattern FLOW =
            Pattern.compile("ALLOW_((ADMIN_)?USER_PASSWORD|CUSTOM|USER_SRP|REFRESH_TOKEN|USER)_AUTH");
    private static final Pattern PROVIDER = Pattern.compile("[^_\\s]\\S{1,30}[^_\\s]");
    private static final Pattern ISSUER = Pattern.compile("https?://\\S*[^/\\s]");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ROLE = Pattern.compile("arn:aws(-[a-z]+)*:iam::\\d{12}:role/[\\w+=,.@/-]+");
    private static final int MOST_RULES = 25;

    private final String region;
    private final List<UserPool> userPools;

    private ConfigCheck(String region, List<UserPool> userPools) {
        this.region = region;
        this.userPools = userPools;
    }

    static void check(String region, String accountId, List<UserPool> userPools, List<IdentityPool> identityPools) {
        matches("$.region", REGION, region, "a region such as eu-west-1");
        matches("$.accountId", ACCOUNT, accountId, "twelve digits");
        expect(!userPools.isEmpty(), "$.userPools", "at least one user pool is needed");
        ConfigCheck check = new ConfigCheck(region, userPools);
        unique("$.userPools", userPools, UserPool::id, "id");
        for (int i = 0; i < userPools.size(); i++) {
            check.userPool("$.userPools[" + i + "]", userPools.get(i));
        }
        unique("$.identityPools", identityPools, IdentityPool::id, "id");
        for (int i = 0; i < identityPools.size(); i++) {
            check.identityPool("$.identityPools[" + i + "]", identityPools.get(i));
        }
    }

    static void checkAccessKeys(List<AccessKey> keys) {
        unique("$.accessKeys", keys, AccessKey::accessKeyId, "accessKeyId");
        for (int i = 0; i < keys.size(); i++) {
            String path = "$.accessKeys[" + i + "]";
            matches(path + ".accessKeyId", KEY_ID, keys.get(i).accessKeyId(), "3 to 128 letters, digits or _");
            present(path + ".secretAccessKey", keys.get(i).secretAccessKey());
        }
    }

    private void userPool(String path, UserPool pool) {
        String name = pool.id() == null || !pool.id().startsWith(region + "_")
                ? ""
                : pool.id().substring(region.length() + 1);
        expect(
                POOL_NAME.matcher(name).matches(),
                path + ".id",
                found(pool.id()) + ", expected " + region + "_ and letters or digits");
        expect(!pool.clients().isEmpty(), path + ".clients", "at least one client is needed");
        unique(path + ".clients", pool.clients(), Client::id, "id");
        for (int i = 0; i < pool.clients().size(); i++) {
            client(path + ".clients[" + i + "]", pool.clients().get(i));
        }
        NamesCheck.check(path, pool);
        unique(path + ".groups", pool.groups(), Group::name, "name");
        for (int i = 0; i < pool.groups().size(); i++) {
            group(path + ".groups[" + i + "]", pool.groups().get(i));
        }
        unique(path + ".identityProviders", pool.identityProviders(), OidcProvider::name, "name");
        for (int i = 0; i < pool.identityProviders().size(); i++) {
            identityProvider(
                    path + ".identityProviders[" + i + "]",
                    pool.identityProviders().get(i));
        }
        MfaCheck.check(path, pool.mfa());
        unique(path + ".users", pool.users(), User::username, "username");
        unique(path + ".users", pool.users(), user -> Subjects.of(pool.id(), user), "sub");
        for (int i = 0; i < pool.users().size(); i++) {
            user(path + ".users[" + i + "]", pool.users().get(i), pool);
        }
    }

    private static void client(String path, Client client) {
        matches(path + ".id", CLIENT, client.id(), "1 to 128 letters, digits, _ or +");
        expect(
                client.secret() == null
                        || CLIENT_SECRET.matcher(client.secret()).matches(),
                path + ".secret",
                "expected 24 to 64 letters, digits, _ or +");
        for (int i = 0; i < client.explicitAuthFlows().size(); i++) {
            String flow = client.explicitAuthFlows().get(i);
            matches(path + ".explicitAuthFlows[" + i + "]", FLOW, flow, "a flow with ALLOW_ before its name");
        }
        ClientCheck.check(path, client);
    }

    private static void identityProvider(String path, OidcProvider provider) {
        matches(path + ".name", PROVIDER, provider.name(), "3 to 32 characters without blanks and _ at the ends");
        present(path + ".clientId", provider.clientId());
        matches(
                path + ".issuer",
                ISSUER,
                provider.issuer(),
                "an address with http or https, without a slash at the end");
        expect(provider.scopes().contains("openid"), path + ".scopes", "openid must be among them");
    }

    private void group(String path, Group group) {
        present(path + ".name", group.name());
        if (group.precedence() != null) {
            expect(
                    group.precedence() >= 0,
                    path + ".precedence",
                    "found " + group.precedence() + ", expected 0 or more");
        }
        role(path + ".roleArn", group.roleArn());
    }

    private void user(String path, User user, UserPool pool) {
        present(path + ".username", user.username());
        NamesCheck.check(path + ".username", user.username(), pool);
        if (user.sub() != null) {
            matches(path + ".sub", UUID, user.sub(), "the form of a UUID in lower case");
        }
        MfaCheck.check(path, user);
        for (int i = 0; i < user.groups().size(); i++) {
            String group = user.groups().get(i);
            expect(
                    pool.group(group).isPresent(),
                    path + ".groups[" + i + "]",
                    "user pool " + pool.id() + " has no group \"" + group + "\"");
        }
    }

    private void identityPool(String path, IdentityPool pool) {
        boolean ours = pool.id() != null && pool.id().startsWith(region + ":");
        expect(
                ours && UUID.matcher(pool.id().substring(region.length() + 1)).matches(),
                path + ".id",
                found(pool.id()) + ", expected " + region + ": and a UUID in lower case");
        role(path + ".authenticatedRole", pool.authenticatedRole());
        role(path + ".unauthenticatedRole", pool.unauthenticatedRole());
        unique(
                path + ".providers",
                pool.providers(),
                provider -> provider.userPoolId() + ":" + provider.clientId(),
                "userPoolId and clientId");
        for (int i = 0; i < pool.providers().size(); i++) {
            provider(path + ".providers[" + i + "]", pool.providers().get(i));
        }
    }

    private void provider(String path, Provider provider) {
        Optional<UserPool> pool = userPools.stream()
                .filter(candidate -> candidate.id().equals(provider.userPoolId()))
                .findFirst();
        expect(pool.isPresent(), path + ".userPoolId", "there is no user pool \"" + provider.userPoolId() + "\"");
        expect(
                pool.flatMap(found -> found.client(String.valueOf(provider.clientId())))
                        .isPresent(),
                path + ".clientId",
                "user pool " + provider.userPoolId() + " has no client \"" + provider.clientId() + "\"");
        if (provider.roleMapping() != null) {
            roleMapping(path + ".roleMapping", provider.roleMapping());
        }
    }

    private static void roleMapping(String path, RoleMapping mapping) {
        present(path + ".type", mapping.type());
        present(path + ".ambiguousRoleResolution", mapping.ambiguousRoleResolution());
        boolean byRules = mapping.type() == RoleMapping.Type.RULES;
        expect(
                byRules != mapping.rules().isEmpty(),
                path + ".rules",
                byRules ? "type Rules needs at least one rule" : "type Token takes no rules");
        expect(mapping.rules().size() <= MOST_RULES, path + ".rules", "more than " + MOST_RULES + " rules");
        for (int i = 0; i < mapping.rules().size(); i++) {
            String rule = path + ".rules[" + i + "]";
            present(rule + ".claim", mapping.rules().get(i).claim());
            present(rule + ".matchType", mapping.rules().get(i).matchType());
            present(rule + ".value", mapping.rules().get(i).value());
            present(rule + ".roleArn", mapping.rules().get(i).roleArn());
            role(rule + ".roleArn", mapping.rules().get(i).roleArn());
        }
    }

    static void role(String path, @Nullable String arn) {
        if (arn != null) {
            matches(path, ROLE, arn, "the ARN of an IAM role");
        }
    }

    static boolean isRole(String arn) {
        return ROLE.matcher(arn).matches();
    }

    static <T> void unique(String path, List<T> list, Function<T, @Nullable String> key, String member) {
        Set<@Nullable String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String value = key.apply(list.get(i));
            expect(seen.add(value), path + "[" + i + "]", "the " + member + " \"" + value + "\" is taken already");
        }
    }

    static void matches(String path, Pattern pattern, @Nullable String value, String expected) {
        expect(value != null && pattern.matcher(value).matches(), path, found(value) + ", expected " + expected);
    }

    static void present(String path, @Nullable Object value) {
        expect(value != null && !value.equals(""), path, "missing or empty");
    }

    private static String found(@Nullable String value) {
        return value == null ? "missing" : "found \"" + value + "\"";
    }

    static void expect(boolean holds, String path, String problem) {
        if (!holds) {
            throw new EmulatorConfigException(path, problem);
        }
    }
}
