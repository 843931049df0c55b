package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.IssuedCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets through what comes with an access key that was issued and with the session token of the same credentials, and
 * refuses the rest as DynamoDB does. The token proves who is calling; the signature over the request is not computed
 * again, so this is for one machine alone.
 */
final class IssuedCredentialsOnly extends Handler.Wrapper {

    private static final Pattern ACCESS_KEY_ID = Pattern.compile("AWS4-HMAC-SHA256 +Credential=([A-Za-z0-9]+)/.*");
    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");

    private final Function<String, Optional<IssuedCredentials>> issued;

    IssuedCredentialsOnly(Handler next, Function<String, Optional<IssuedCredentials>> issued) {
        super(next);
        this.issued = issued;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<IssuedCredentials> credentials = credentialsOf(request.getHeaders());
        if (credentials.isEmpty()) {
            return refuse(
                    response,
                    callback,
                    "com.amazon.coral.service#UnrecognizedClientException",
                    "The security token included in the request is invalid.");
        }
        if (!credentials.get().expiresAt().isAfter(Instant.now())) {
            return refuse(
                    response,
                    callback,
                    "com.amazon.coral.service#ExpiredTokenException",
                    "The security token included in the request is expired");
        }
        return super.handle(request, response, callback);
    }

    private Optional<IssuedCredentials> credentialsOf(HttpFields headers) {
        Matcher authorization = ACCESS_KEY_ID.matcher(text(headers, "Authorization"));
        byte[] token = bytes(text(headers, "X-Amz-Security-Token"));
        return authorization.matches()
                ? issued.apply(authorization.group(1))
                        .filter(credentials -> MessageDigest.isEqual(bytes(credentials.sessionToken()), token))
                : Optional.empty();
    }

    private static String text(HttpFields headers, String name) {
        return Objects.requireNonNullElse(headers.get(name), "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean refuse(Response response, Callback callback, String type, String message) {
        response.setStatus(400);
        response.getHeaders().put(JSON);
        Content.Sink.write(response, true, "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(type, message), callback);
        return true;
    }
}
