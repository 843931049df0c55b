package io.github.cognitoee.emulator.junit;

import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.EmulatorConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** From the annotation to what is to be emulated. What is wrong with it is told by class and member. */
final class AnnotatedConfig {

    private static final String ACCOUNT = "123456789012";
    private static final String IDENTITY_POOL_NAME = "c0911170-ee00-4000-8000-000000000001";
    private static final String AUTHENTICATED_ROLE = "arn:aws:iam::" + ACCOUNT + ":role/Authenticated";

    private final Class<?> testClass;
    private final EmulatedCognito annotation;
    private final UserPool defaults = EmulatorConfig.defaults().userPools().get(0);

    private AnnotatedConfig(Class<?> testClass, EmulatedCognito annotation) {
        this.testClass = testClass;
        this.annotation = annotation;
    }

    /** @throws ExtensionConfigurationException if the annotation is wrong */
    static EmulatorConfig of(Class<?> testClass, EmulatedCognito annotation) {
        return new AnnotatedConfig(testClass, annotation).read();
    }

    private EmulatorConfig read() {
        if (!annotation.config().isEmpty()) {
            return readResource();
        }
        if (saysNothing()) {
            return EmulatorConfig.defaults();
        }
        try {
            return fromMembers();
        } catch (EmulatorConfigException e) {
            throw wrong(member(e.jsonPath()), problem(e));
        }
    }

    private boolean saysNothing() {
        return annotation.pool().isEmpty()
                && annotation.clients().length == 0
                && annotation.groups().length == 0
                && annotation.users().length == 0
                && annotation.usernameAttributes().length == 0
                && annotation.aliasAttributes().length == 0
                && annotation.identityPool().isEmpty();
    }

    private EmulatorConfig readResource() {
        if (!saysNothing()) {
            throw wrong("config", "stands beside other members, which it replaces; leave either out");
        }
        String name = annotation.config();
        try (InputStream in = testClass.getResourceAsStream(name)) {
            if (in == null) {
                throw wrong("config", "there is no \"" + name + "\" on the class path");
            }
            return EmulatorConfig.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (EmulatorConfigException e) {
            throw wrong("config", "\"" + name + "\": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmulatorConfig fromMembers() {
        String poolId = annotation.pool().isEmpty() ? defaults.id() : annotation.pool();
        int end = poolId.indexOf('_');
        if (end < 1) {
            throw wrong("pool", "found \"" + poolId + "\", expected <region>_<name> such as eu-west-1_Orders");
        }
        String region = poolId.substring(0, end);
        List<Client> clients = annotation.clients().length == 0
                ? defaults.clients()
                : Stream.of(annotation.clients()).map(Client::new).toList();
        UserPool pool = new UserPool(poolId, clients, groups(), users())
                .withUsernameAttributes(annotation.usernameAttributes())
                .withAliasAttributes(annotation.aliasAttributes());
        return new EmulatorConfig(region, ACCOUNT, List.of(pool), List.of(identityPool(region, pool)));
    }

    private List<Group> groups() {
        TestGroup[] groups = annotation.groups();
        if (groups.length > 0) {
            return IntStream.range(0, groups.length)
                    .mapToObj(i -> new Group(groups[i].name(), i, emptyToNull(groups[i].role())))
                    .toList();
        }
        return annotation.users().length == 0
                ? defaults.groups()
                : Stream.of(annotation.users())
                        .flatMap(user -> Stream.of(user.groups()))
                        .distinct()
                        .map(name -> new Group(name, null, null))
                        .toList();
    }

    private List<User> users() {
        TestUser[] users = annotation.users();
        return users.length == 0
                ? defaults.users()
                : IntStream.range(0, users.length)
                        .mapToObj(i -> user("users[" + i + "]", users[i]))
                        .toList();
    }

    private User user(String place, TestUser user) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : user.attributes()) {
            int end = attribute.indexOf('=');
            if (end < 1) {
                throw wrong(place + ".attributes", "found \"" + attribute + "\", expected name=value");
            }
            attributes.put(attribute.substring(0, end), attribute.substring(end + 1));
        }
        return new User(user.name(), emptyToNull(user.sub()), List.of(user.groups()), attributes);
    }

    private IdentityPool identityPool(String region, UserPool pool) {
        String id = annotation.identityPool().isEmpty() ? region + ":" + IDENTITY_POOL_NAME : annotation.identityPool();
        RoleMapping byGroup = new RoleMapping(
                RoleMapping.Type.TOKEN, RoleMapping.AmbiguousRoleResolution.AUTHENTICATED_ROLE, List.of());
        List<Provider> providers = pool.clients().stream()
                .map(client -> new Provider(pool.id(), client.id(), byGroup, false))
                .toList();
        return new IdentityPool(id, providers, AUTHENTICATED_ROLE, null, null, false, null, null);
    }

    private ExtensionConfigurationException wrong(String member, String problem) {
        return new ExtensionConfigurationException(
                "@EmulatedCognito of " + testClass.getName() + ": " + member + ": " + problem);
    }

    private static String problem(EmulatorConfigException e) {
        return String.valueOf(e.getMessage()).substring(e.jsonPath().length() + ": ".length());
    }

    /** The annotation's word for a place in the configuration. */
    private static String member(String jsonPath) {
        return jsonPath.replace("$.region", "pool")
                .replace("$.identityPools[0].id", "identityPool")
                .replace("$.userPools[0].", "")
                .replaceAll("^id$", "pool")
                .replaceAll("^(clients\\[\\d+])\\.id$", "$1")
                .replace(".username", ".name")
                .replace(".roleArn", ".role");
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
