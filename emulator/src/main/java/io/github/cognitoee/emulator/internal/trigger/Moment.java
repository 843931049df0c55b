package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Functions.Trigger;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A point in a flow at which a function may be called.
 *
 * @param clientId in whose name the caller speaks
 * @param metadata what the caller wants functions to know, {@code ClientMetadata}
 */
public record Moment(Pool pool, String clientId, Map<String, String> metadata) {

    private static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Moment {
        metadata = Map.copyOf(metadata);
    }

    public static Moment of(Pool pool, AppClient client) {
        return new Moment(pool, client.clientId(), Map.of());
    }

    /** An administrator does something in no client's name. */
    public static Moment ofAdministrator(Pool pool, Map<String, String> metadata) {
        return new Moment(pool, NO_CLIENT, metadata);
    }

    public Moment withMetadata(Map<String, String> other) {
        return new Moment(pool, clientId, other);
    }

    Optional<Trigger> find(String trigger) {
        return pool.functions().find(pool.id(), trigger);
    }

    /**
     * Calls the function, if there is one.
     *
     * @param source {@code triggerSource}, which begins with the name of the trigger and an underscore
     * @param response what the function finds there
     * @return what it leaves there
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it throws
     */
    Optional<Response> call(String source, String username, ObjectNode request, ObjectNode response) {
        String name = source.substring(0, source.indexOf('_')).replace("TokenGeneration", "PreTokenGeneration");
        return find(name).map(trigger -> {
            ObjectNode event = JSON.objectNode();
            event.put("version", trigger.version());
            event.put("triggerSource", source);
            event.put("region", pool.id().substring(0, pool.id().indexOf('_')));
            event.put("userPoolId", pool.id());
            event.put("userName", username);
            event.putObject("callerContext")
                    .put("awsSdkVersion", "aws-sdk-unknown-unknown")
                    .put("clientId", clientId);
            event.set("request", request);
            event.set("response", response);
            return new Response(answer(name, trigger, event));
        });
    }

    private static ObjectNode answer(String name, Trigger trigger, ObjectNode event) {
        try {
            return trigger.call(event);
        } catch (Exception | AssertionError e) {
            String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw ErrorType.USER_LAMBDA_VALIDATION.because(name + " failed with error " + text + ".");
        }
    }

    /** A request that begins with the attributes of a user, as he is. */
    ObjectNode requestAbout(Account account) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sub", account.sub());
        all.put("cognito:user_status", account.status().name());
        all.putAll(account.attributes());
        return requestAbout(all);
    }

    ObjectNode requestAbout(Map<String, String> attributes) {
        ObjectNode request = JSON.objectNode();
        request.set("userAttributes", texts(attributes));
        return request;
    }

    /** The same with {@code clientMetadata}, where the caller gave any. */
    ObjectNode withMetadata(ObjectNode request) {
        if (!metadata.isEmpty()) {
            request.set("clientMetadata", texts(metadata));
        }
        return request;
    }

    /** The same with what the caller gave, under the name that it has for functions before a sign-in. */
    ObjectNode withValidationData(ObjectNode request, Map<String, String> data) {
        if (!data.isEmpty()) {
            request.set("validationData", texts(data));
        }
        return request;
    }

    static ObjectNode texts(Map<String, String> map) {
        ObjectNode node = JSON.objectNode();
        map.forEach(node::put);
        return node;
    }

    static ObjectNode empty() {
        return JSON.objectNode();
    }

    /** Tells no metadata. */
    @Override
    public String toString() {
        return "Moment[" + pool.id() + ", " + clientId + "]";
    }
}
