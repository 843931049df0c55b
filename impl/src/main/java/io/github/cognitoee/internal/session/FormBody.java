package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters as {@code application/x-www-form-urlencoded}, in a query too. */
final class FormBody {

    static final int MAX_LENGTH = 64 * 1024;

    private static final String TYPE = "application/x-www-form-urlencoded";

    private FormBody() {}

    /** One of a form; {@code toString} does not show what somebody entered. */
    record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** @param parameters in their order */
    static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The body of a request, if it is a form: not too long, without files, and not read by somebody else. */
    static Optional<String> read(HttpServletRequest request) {
        String type = request.getContentType();
        boolean isForm = request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
        if (!isForm || request.getContentLengthLong() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(MAX_LENGTH + 1);
            return body.length > MAX_LENGTH || body.length < Math.max(1, request.getContentLengthLong())
                    ? Optional.empty()
                    : Optional.of(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            return Optional.empty(); // it has been read as text
        }
    }

    /** @throws IllegalArgumentException for what is no form after all */
    static List<Field> fields(String body) {
        List<Field> fields = new ArrayList<>();
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                fields.add(new Field(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
