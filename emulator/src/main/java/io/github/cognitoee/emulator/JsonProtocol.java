package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** AWS JSON 1.1: the operation is named by {@code X-Amz-Target}, input and output are JSON objects. */
final class JsonProtocol {

    static final String TARGET = "X-Amz-Target";

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String IDENTITY = "AWSCognitoIdentityService.";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final UserPoolCalls userPools;
    private final RequestCounts counts;
    private final Map<String, Function<JsonNode, Map<String, Object>>> operations;

    JsonProtocol(IdentityPoolService identityPools, UserPoolCalls userPools, RequestCounts counts) {
        this.userPools = userPools;
        this.counts = counts;
        this.operations = Map.of(
                IDENTITY + "GetId", identityPools::getId,
                IDENTITY + "GetCredentialsForIdentity", identityPools::getCredentialsForIdentity);
    }

    void handle(Context context) {
        String target = String.valueOf(context.header(TARGET));
        Function<JsonNode, Map<String, Object>> operation = operations.get(target);
        String name = target.substring(target.lastIndexOf('.') + 1);
        boolean ofUserPools = userPools.know(target);
        counts.add(operation == null && !ofUserPools ? "other" : name);
        try {
            if (ofUserPools) {
                answer(context, 200, userPools.answer(target, HttpCall.of(context), () -> inputOf(context)));
                return;
            }
            if (operation == null) {
                throw ServiceException.of(
                        "UnknownOperationException", "The emulator does not know the operation " + target);
            }
            answer(context, 200, bytes(operation.apply(inputOf(context))));
        } catch (ServiceException e) {
            refuse(context, e);
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
