package io.github.cognitoee.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages that Cognito would have sent. */
record DevOutbox(Outbox outbox) {

    List<DevEndpoint> all() {
        return List.of(
                DevEndpoint.get(
                        "/dev/outbox",
                        "the messages that Cognito would have sent, the oldest first",
                        this::list,
                        "username"),
                DevEndpoint.post("/dev/outbox/clear", "forgets them", this::clear));
    }

    private List<Map<String, Object>> list(DevRequest request) {
        return request.optional("username").map(outbox::messagesTo).orElseGet(outbox::messages).stream()
                .map(DevOutbox::body)
                .toList();
    }

    private List<Object> clear(DevRequest request) {
        outbox.clear();
        return List.of();
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
}
