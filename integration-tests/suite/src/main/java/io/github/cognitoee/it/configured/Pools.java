package io.github.cognitoee.it.configured;

import io.github.cognitoee.BearerTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the definition's expressions ask. */
@Named
@ApplicationScoped
public class Pools {

    public String getName() {
        return "CognitoEE";
    }

    public List<String> getClientIds() {
        return List.of("demo0client0of0photo0album");
    }

    public BearerTokens getBearerTokens() {
        return BearerTokens.ANY;
    }
}
