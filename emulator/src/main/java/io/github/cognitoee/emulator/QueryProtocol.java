package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.json.Answers;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** AWS Query, the protocol of STS: the operation is the form parameter {@code Action}, the answer is XML. */
final class QueryProtocol {

    private static final String SERVICE = "sts";
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String VERSION = "2011-06-15";
    static final String CALLER_IDENTITY = "GetCallerIdentity";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Operation<?>> operations;
    private final SignatureCheck signatures;
    private final Faults faults;
    private final RequestCounts counts;

    QueryProtocol(List<Operation<?>> operations, SignatureCheck signatures, Faults faults, RequestCounts counts) {
        this.operations =
                operations.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
        this.signatures = signatures;
        this.faults = faults;
        this.counts = counts;
    }

    void handle(Context context, String action) {
        boolean known = action.equals(CALLER_IDENTITY) || operations.containsKey(action);
        counts.add(known ? action : "other");
        String requestId = UUID.randomUUID().toString();
        try {
            ObjectNode content = JSON.createObjectNode();
            content.set(action + "Result", result(context, action));
            content.putObject("ResponseMetadata").put("RequestId", requestId);
            answer(context, 200, requestId, XmlAnswer.of(action + "Response", NAMESPACE, content));
        } catch (ServiceException e) {
            answer(context, e.status(), requestId, error(e, requestId));
        } catch (Refusal e) {
            int status = e.type() == ErrorType.TRUST_DENIED ? 403 : 400;
            ServiceException refusal = ServiceException.of(e.type().wireName(), status, e.text());
            answer(context, status, requestId, error(refusal, requestId));
        }
    }

    private JsonNode result(Context context, String action) {
        Operation<?> operation = operations.get(action);
        if (operation == null && !action.equals(CALLER_IDENTITY)) {
            throw ServiceException.of("InvalidAction", "The emulator does not know the operation " + action);
        }
        faults.failCall(action);
        String version = String.valueOf(context.formParam("Version"));
        if (!version.equals(VERSION)) {
            throw ServiceException.of(
                    "InvalidAction", "Could not find operation " + action + " for version " + version);
        }
        if (operation == null) {
            return callerIdentity(signatures.caller(HttpCall.of(context), SERVICE));
        }
        JsonNode input = QueryForm.json(context.formParamMap());
        return jsonOf(operation.call(input, ErrorType.VALIDATION_ERROR));
    }

    private static JsonNode callerIdentity(CallerIdentity caller) {
        return JSON.createObjectNode()
                .put("Arn", caller.arn())
                .put("UserId", caller.userId())
                .put("Account", caller.account());
    }

    private static JsonNode jsonOf(Object answer) {
        try {
            return JSON.readTree(Answers.bytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("an answer of our own is no JSON", e);
        }
    }

    private static String error(ServiceException refusal, String requestId) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject("Error")
                .put("Type", "Sender")
                .put("Code", refusal.type())
                .put("Message", refusal.text());
        return XmlAnswer.of("ErrorResponse", NAMESPACE, content.put("RequestId", requestId));
    }

    private static void answer(Context context, int status, String requestId, String xml) {
        context.header("x-amzn-requestid", requestId);
        context.status(status).contentType("text/xml").result(xml);
    }
}
