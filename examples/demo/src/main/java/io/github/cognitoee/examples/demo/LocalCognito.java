package io.github.cognitoee.examples.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the local Cognito knows: the pools and users that the emulator has by default, and an app client that sends people
 * back to the album, wherever that is. In AWS these are the settings of an app client's managed login. Its roles have the
 * policy that the album's README tells.
 */
final class LocalCognito {

    private LocalCognito() {}

    /** @param album where the album is, with a slash at the end */
    static EmulatorConfig sendingBackTo(URI album) {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        UserPool pool = defaults.userPools().get(0);
        Client client = Client.builder(pool.clients().get(0).id())
                .callbackUrls(album.resolve("callback").toString())
                .logoutUrls(album.resolve("signed-out.html").toString())
                .scopes("openid", "email", "profile")
                .oauthFlows("code")
                .build();
        List<Client> clients = Stream.concat(
                        Stream.of(client), pool.clients().stream().skip(1))
                .toList();
        return new EmulatorConfig(
                defaults.region(),
                defaults.accountId(),
                List.of(new UserPool(pool.id(), clients, pool.groups(), pool.users())),
                defaults.identityPools(),
                defaults.accessKeys(),
                defaults.roles().stream()
                        .map(role -> role.withPolicy("PhotoAlbum", albumPolicy()))
                        .toList());
    }

    /** What the album's README has both roles be given, as far as it concerns S3 and the callers' own items. */
    private static Map<String, Object> albumPolicy() {
        try (InputStream in = LocalCognito.class.getResourceAsStream("album-policy.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
