package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitoee.emulator.internal.json.Answers;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** AWS JSON 1.1: the operation is named by {@code X-Amz-Target}, input and output are JSON objects. */
final class JsonProtocol {

    static final String TARGET = "X-Amz-Target";

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<JsonService> services;
    private final SignatureCheck signatures;
    private final Faults faults;
    private final RequestCounts counts;

    JsonProtocol(List<JsonService> services, SignatureCheck signatures, Faults faults, RequestCounts counts) {
        this.services = List.copyOf(services);
        this.signatures = signatures;
        this.faults = faults;
        this.counts = counts;
    }

    void handle(Context context) {
        String target = String.valueOf(context.header(TARGET));
        try {
            for (JsonService service : services) {
                Operation<?> operation = service.named(target).orElse(null);
                if (operation != null) {
                    counts.add(operation.name());
                    faults.failCall(operation.name());
                    answer(context, 200, call(context, service, operation));
                    return;
                }
            }
            counts.add("other");
            throw ServiceException.of(
                    "UnknownOperationException", "The emulator does not know the operation " + target);
        } catch (ServiceException e) {
            refuse(context, e);
        } catch (Refusal e) {
            refuse(context, ServiceException.of(e.type().wireName(), e.text()));
        }
    }

    private byte[] call(Context context, JsonService service, Operation<?> operation) {
        if (operation.isSigned()) {
            expectAdministrator(signatures.caller(HttpCall.of(context), service.signingName()), service, operation);
        }
        return Answers.bytes(operation.call(inputOf(context), service.malformed()));
    }

    /** The emulator gives no permissions to roles: only the account's own access keys may administrate. */
    private static void expectAdministrator(CallerIdentity caller, JsonService service, Operation<?> operation) {
        if (!caller.administrator()) {
            String action = service.signingName() + ":" + operation.name();
            throw ServiceException.of(
                    "AccessDeniedException",
                    "User: " + caller.arn() + " is not authorized to perform: " + action
                            + " because no identity-based policy allows the " + action + " action");
        }
    }

    /** Answers a refusal in the form of Cognito. */
    static void refuse(Context context, ServiceException refusal) {
        context.header("x-amzn-errortype", refusal.type() + ":");
        context.header("x-amzn-errormessage", headerSafe(refusal.text()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("__type", refusal.type());
        body.put("message", refusal.text());
        answer(context, refusal.status(), bytes(body));
    }

    private static void answer(Context context, int status, byte[] body) {
        context.header("x-amzn-requestid", UUID.randomUUID().toString());
        context.status(status).contentType(CONTENT_TYPE).result(body);
    }

    static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of our own has no JSON form", e);
        }
    }

    private static JsonNode inputOf(Context context) {
        JsonNode input;
        try {
            input = JSON.readTree(context.bodyAsBytes());
        } catch (IOException e) {
            throw notAnObject();
        }
        if (input == null || !input.isObject()) {
            throw notAnObject();
        }
        return input;
    }

    private static ServiceException notAnObject() {
        return ServiceException.of("SerializationException", "The request body is not a JSON object.");
    }

    private static String headerSafe(String message) {
        return message.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
