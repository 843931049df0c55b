package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /oauth2/token}. */
public final class TokenEndpoint {

    private final ClientAuthentication authentication;
    private final TokenIssuer issuer;

    public TokenEndpoint(Directory directory, TokenIssuer issuer) {
        this.authentication = new ClientAuthentication(directory);
        this.issuer = issuer;
    }

    /** @param status of HTTP */
    public record Answer(int status, Map<String, Object> body) {

        /** Tells no token. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * Answers a request.
     *
     * @param parameters of the form body
     * @param authorization the header
     */
    public Answer answer(Map<String, List<String>> parameters, Optional<String> authorization) {
        try {
            return new Answer(200, tokens(new Form(parameters), authorization));
        } catch (OAuthError refusal) {
            return new Answer(400, Map.of("error", refusal.error()));
        }
    }

    private Map<String, Object> tokens(Form form, Optional<String> authorization) {
        String grantType = form.required("grant_type");
        Authenticated caller = authentication.of(form, authorization);
        return switch (grantType) {
            case "client_credentials" -> ofClient(caller, form);
                // no code was ever given out
            case "authorization_code" -> throw OAuthError.invalidGrant();
            default -> throw OAuthError.unsupportedGrantType();
        };
    }

    private Map<String, Object> ofClient(Authenticated caller, Form form) {
        ClientSettings settings = caller.client().settings();
        if (!settings.allowsGrant("client_credentials")) {
            boolean named = settings.allowedOAuthFlows() != null
                    && settings.allowedOAuthFlows().contains("client_credentials");
            throw named ? OAuthError.invalidGrant() : OAuthError.unauthorizedClient();
        }
        List<String> scopes = scopes(caller, form);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", issuer.machineToken(caller.pool(), caller.client(), scopes));
        answer.put("expires_in", settings.accessLifetime().toSeconds());
        answer.put("token_type", "Bearer");
        return answer;
    }

    /** Scopes that no resource server has (any more) are passed over; others must be the client's. */
    private static List<String> scopes(Authenticated caller, Form form) {
        List<String> known = caller.pool().customScopes();
        List<String> allowed = caller.client().settings().scopes().stream()
                .filter(known::contains)
                .toList();
        Optional<String> asked = form.find("scope");
        if (asked.isEmpty()) {
            return allowed;
        }
        List<String> wanted = Arrays.stream(asked.get().split(" "))
                .filter(known::contains)
                .distinct()
                .toList();
        if (wanted.isEmpty() || !allowed.containsAll(wanted)) {
            throw OAuthError.invalidScope();
        }
        return wanted;
    }
}
