package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** What a WAR answered. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    /** {@code WWW-Authenticate}; all of them, where there are several, so that a second challenge is noticed. */
    public String challenge() {
        return header("www-authenticate").orElse("");
    }

    /** All values of one header, joined by commas. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(values -> String.join(", ", values));
    }

    /** The body, read as lines of {@code key=value}. */
    public Map<String, String> lines() {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty));
    }
}
