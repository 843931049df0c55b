package io.github.cognitoee.thirdparty;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.SettingsReader;
import io.github.cognitoee.internal.userpool.InjectedUserPool;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an application has injected as {@code CognitoUserPool}, without a server around it. */
final class LibraryUserPool {

    @CognitoAuthenticationMechanismDefinition(userPool = @UserPool)
    private static class Application {}

    private LibraryUserPool() {}

    /** @param more keys and values of further settings, one after the other */
    static InjectedUserPool of(URI endpoint, String poolId, String clientId, String... more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "cognito.user-pool.id",
                poolId,
                "cognito.user-pool.client-ids",
                clientId,
                "cognito.endpoint",
                endpoint.toString(),
                "cognito.allow-endpoint-override",
                "true"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return InjectedUserPool.of(new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        Application.class.getName(),
                        Application.class.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> {
                            throw new AssertionError(expression);
                        })
                .signIn()
                .orElseThrow());
    }
}
