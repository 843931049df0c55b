package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the local Cognito knows: the pools and users that the emulator has by default, and an app client that sends people
 * back to the album, wherever that is. In AWS these are the settings of an app client's managed login.
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
                defaults.roles());
    }
}
