package io.github.cognitoee.emulator;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /dev/outbox}: the messages that Cognito would have sent, for {@code curl} at a desk; guarded like
 * {@link DevTokens}.
 */
final class DevOutbox {

    private final Outbox outbox;
    private final RequestCounts counts;

    DevOutbox(Outbox outbox, RequestCounts counts) {
        this.outbox = outbox;
        this.counts = counts;
    }

    void handle(Context context) {
        counts.add("dev/outbox");
        context.header("Cache-Control", "no-store");
        Optional<String> refusal = LocalCaller.refusal(HttpCall.of(context));
        if (refusal.isPresent()) {
            answer(context, 403, Map.of("error", "forbidden", "error_description", refusal.get()));
            return;
        }
        String username = context.queryParam("username");
        List<SentMessage> messages = username == null ? outbox.messages() : outbox.messagesTo(username);
        answer(context, 200, messages.stream().map(DevOutbox::body).toList());
    }

    private static Map<String, Object> body(SentMessage message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_pool_id", message.userPoolId());
        body.put("username", message.username());
        body.put("purpose", message.purpose().name());
        body.put("medium", message.medium());
        body.put("destination", message.destination());
        body.put("secret", message.secret());
        body.put("sent_at", message.sentAt().toString());
        return body;
    }

    private static void answer(Context context, int status, Object body) {
        context.status(status).contentType("application/json").result(JsonProtocol.bytes(body));
    }
}
