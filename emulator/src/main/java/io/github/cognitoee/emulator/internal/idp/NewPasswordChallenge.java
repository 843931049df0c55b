package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code NEW_PASSWORD_REQUIRED}: a temporary password was right, and must be replaced now. */
record NewPasswordChallenge(ClientContext context) {

    static final String NAME = "NEW_PASSWORD_REQUIRED";

    private static final String ATTRIBUTES = "userAttributes";
    private static final ObjectMapper JSON = new ObjectMapper();

    AuthAnswer open(Account account) {
        String session = context.pool()
                .challenges()
                .open(
                        NAME,
                        account.username(),
                        context.client().clientId(),
                        context.settings().sessionLifetime());
        List<String> missing = context.pool()
                .schema()
                .missing(account.attributes())
                .map(name -> ATTRIBUTES + "." + name)
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USER_ID_FOR_SRP", account.username());
        parameters.put("requiredAttributes", json(missing));
        parameters.put(ATTRIBUTES, json(account.attributes()));
        return AuthAnswer.challenge(NAME, session, parameters);
    }

    /**
     * The user, with the new password.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the session or the answer is not good; only a good
     *     answer ends the session
     */
    Account answer(String session, Parameters responses) {
        Pool pool = context.pool();
        String username =
                pool.challenges().usernameOf(session, NAME, context.client().clientId());
        Account account = context.find(responses.required("USERNAME"))
                .filter(typed -> typed.username().equals(username))
                .orElseThrow(() -> ErrorType.NOT_AUTHORIZED.because("Invalid session for the user."));
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        String password = responses.required("NEW_PASSWORD");
        check(account, password, attributesOf(responses));
        if (!pool.challenges().close(session)) {
            throw ErrorType.NOT_AUTHORIZED.because("Invalid session for the user.");
        }
        return replaced(account, password, attributesOf(responses));
    }

    /**
     * The user, with another password in place of the temporary one.
     *
     * @param attributes those that were missing
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the password or an attribute is not good
     */
    Account replace(Account account, String password, Map<String, String> attributes) {
        check(account, password, attributes);
        return replaced(account, password, attributes);
    }

    private Account replaced(Account account, String password, Map<String, String> attributes) {
        Pool pool = context.pool();
        pool.accounts().change(account.username(), user -> user.withAttributes(attributes, pool.now()));
        return pool.setPassword(account.username(), password, UserStatus.CONFIRMED);
    }

    private static Map<String, String> attributesOf(Parameters responses) {
        Map<String, String> added = new LinkedHashMap<>();
        responses.map().forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTES + ".")) {
                added.put(name.substring(ATTRIBUTES.length() + 1), value);
            }
        });
        return added;
    }

    private void check(Account account, String password, Map<String, String> added) {
        Pool pool = context.pool();
        pool.checkPassword(password);
        pool.schema().check(added);
        added.keySet().stream()
                .filter(name -> isRequired(name) && !account.attribute(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because("Cannot modify an already provided " + name);
                });
        pool.schema().checkComplete(account.withAttributes(added, pool.now()).attributes());
    }

    private boolean isRequired(String name) {
        return context.pool().schema().definitions().stream()
                .anyMatch(definition -> definition.name().equals(name) && Boolean.TRUE.equals(definition.required()));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON form", e);
        }
    }
}
