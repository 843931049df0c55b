package io.github.cognitoee.emulator.internal.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.TokenChanges.Claims;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grant {@code client_credentials}: a client asks for itself. */
record MachineGrant(TokenIssuer issuer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Map<String, Object> tokens(Authenticated caller, Form form) {
        ClientSettings settings = caller.client().settings();
        if (!settings.allowsGrant("client_credentials")) {
            boolean named = settings.allowedOAuthFlows() != null
                    && settings.allowedOAuthFlows().contains("client_credentials");
            throw named ? OAuthError.invalidGrant() : OAuthError.unauthorizedClient();
        }
        List<String> scopes = scopes(caller, form);
        Moment moment = Moment.of(caller.pool(), caller.client()).withMetadata(metadata(form));
        Claims changes = new PreTokenGeneration(moment).ofMachine(scopes);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", issuer.machineToken(caller.pool(), caller.client(), scopes, changes));
        answer.put("expires_in", settings.accessLifetime().toSeconds());
        answer.put("token_type", "Bearer");
        return answer;
    }

    /** What the caller wants functions to know: a JSON object of texts. */
    private static Map<String, String> metadata(Form form) {
        try {
            return JSON.readValue(form.find("aws_client_metadata").orElse("{}"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw OAuthError.invalidRequest();
        }
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
