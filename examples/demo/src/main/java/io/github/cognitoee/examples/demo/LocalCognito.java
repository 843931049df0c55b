package io.github.cognitoee.examples.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the local Cognito knows: the pools and users that the emulator has by default, one member more, and an app client that
 * sends people back to the album, wherever that is. Its identity pool takes guests, and its roles have the policies that
 * the album's README tells.
 */
final class LocalCognito {

    static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    static final String USERS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";
    static final String ADMINS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumAdmins";
    static final String GUESTS_ROLE = "arn:aws:iam::123456789012:role/PhotoAlbumGuests";

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private LocalCognito() {}

    /**
     * Starts it. Who creates an account there is a member of the album.
     *
     * @param port a free one
     * @param album where the album is, with a slash at the end
     */
    static CognitoEmulator start(int port, URI album) {
        LocalPeople people = new LocalPeople(URI.create("http://127.0.0.1:" + port));
        return CognitoEmulator.builder()
                .port(port)
                .config(sendingBackTo(album))
                .trigger(Trigger.POST_CONFIRMATION, people::admit)
                .start();
    }

    /** @param album where the album is, with a slash at the end */
    static EmulatorConfig sendingBackTo(URI album) {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        UserPool pool = defaults.userPools().get(0);
        return new EmulatorConfig(
                defaults.region(),
                defaults.accountId(),
                List.of(new UserPool(pool.id(), clients(pool, album), pool.groups(), users(pool))),
                List.of(takingGuests(defaults.identityPools().get(0))),
                defaults.accessKeys(),
                List.of(
                        role(USERS_ROLE, "authenticated").withPolicy("Members", policy("members")),
                        role(ADMINS_ROLE, "authenticated")
                                .withPolicy("Members", policy("members"))
                                .withPolicy("Admins", policy("admins")),
                        role(GUESTS_ROLE, "unauthenticated").withPolicy("Guests", policy("guests"))));
    }

    /** In AWS these are the settings of an app client's managed login. */
    private static List<Client> clients(UserPool pool, URI album) {
        Client client = Client.builder(pool.clients().get(0).id())
                .callbackUrls(album.resolve("callback").toString())
                .logoutUrls(album.resolve("signed-out.html").toString())
                .scopes("openid", "email", "profile")
                .oauthFlows("code")
                .build();
        return Stream.concat(Stream.of(client), pool.clients().stream().skip(1)).toList();
    }

    private static List<User> users(UserPool pool) {
        User bob = new User(
                "bob",
                null,
                List.of("users"),
                Map.of("email", "bob@example.com", "email_verified", "true"),
                "Bob-Passw0rd");
        return Stream.concat(pool.users().stream(), Stream.of(bob)).toList();
    }

    private static IdentityPool takingGuests(IdentityPool pool) {
        return new IdentityPool(pool.id(), pool.providers(), USERS_ROLE, GUESTS_ROLE, pool.name(), true, null, null);
    }

    /** One that the identity pool gives to those who have signed in, or to those who have not. */
    private static Role role(String arn, String to) {
        Map<String, Object> trust = Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Federated", "cognito-identity.amazonaws.com"),
                        "Action",
                        List.of("sts:AssumeRoleWithWebIdentity", "sts:TagSession"),
                        "Condition",
                        Map.of(
                                "StringEquals",
                                Map.of("cognito-identity.amazonaws.com:aud", IDENTITY_POOL),
                                "ForAnyValue:StringLike",
                                Map.of("cognito-identity.amazonaws.com:amr", to))));
        return new Role(arn, trust, null);
    }

    /** What the album's README has the role of these be given. */
    static Map<String, Object> policy(String of) {
        try (InputStream in = LocalCognito.class.getResourceAsStream(of + "-policy.json")) {
            return new ObjectMapper().readValue(in, DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
