package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a {@link TriggerFunction} is called with, in the shape of the event that Cognito gives a Lambda function. The request
 * may hold a password or a code, so that {@link #toString()} tells none of it. Of one call, not thread-safe.
 */
public final class TriggerEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode event;

    TriggerEvent(ObjectNode event) {
        this.event = event;
    }

    /** Of the event's form, such as {@code 1}. */
    public String version() {
        return event.path("version").asText();
    }

    /** Why the function is called, such as {@code PreSignUp_AdminCreateUser}. */
    public String triggerSource() {
        return event.path("triggerSource").asText();
    }

    /** Of the user pool. */
    public String region() {
        return event.path("region").asText();
    }

    /** Of the user pool. */
    public String userPoolId() {
        return event.path("userPoolId").asText();
    }

    /** Whom it is about; what was typed where there is no such user. */
    public String userName() {
        return event.path("userName").asText();
    }

    /** Of the app client, {@code CLIENT_ID_NOT_APPLICABLE} where an administrator called. */
    public String clientId() {
        return event.path("callerContext").path("clientId").asText();
    }

    /** What the function may know, with {@code userAttributes}; a copy. */
    public JsonNode request() {
        return event.path("request").deepCopy();
    }

    /** An attribute of the user, empty without it. */
    public String userAttribute(String name) {
        return event.path("request").path("userAttributes").path(name).asText();
    }

    /** What the function answers; to be written into. */
    public ObjectNode response() {
        return (ObjectNode) event.get("response");
    }

    /** Writes into the response what has a JSON form: texts, numbers, truth values, lists and maps. */
    public void respond(Map<String, ?> members) {
        members.forEach((name, value) -> response().set(name, JSON.valueToTree(value)));
    }

    /** The whole event, as a Lambda function would get it; a copy. */
    public JsonNode json() {
        return event.deepCopy();
    }

    /** Tells neither request nor response. */
    @Override
    public String toString() {
        return "TriggerEvent[" + triggerSource() + " of " + userPoolId() + "]";
    }
}
