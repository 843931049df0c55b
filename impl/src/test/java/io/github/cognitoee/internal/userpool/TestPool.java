package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.SettingsReader;
import io.github.cognitoee.internal.config.SignInConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of an application whose people sign in to the user pool {@code eu-west-1_ExAmPlE12} by {@code client}. */
final class TestPool {

    static final String NAME = "ExAmPlE12";
    static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @CognitoAuthenticationMechanismDefinition(userPool = @UserPool(id = "eu-west-1_ExAmPlE12", clientIds = "client"))
    private static class Photos {}

    private TestPool() {}

    /** @param more keys and values, one after the other */
    static SignInConfig config(String... more) {
        Map<String, String> values = new HashMap<>(Map.of("cognito.sign-in.state-keys", KEY));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        Photos.class.getName(),
                        Photos.class.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> {
                            throw new AssertionError(expression);
                        })
                .signIn()
                .orElseThrow();
    }
}
