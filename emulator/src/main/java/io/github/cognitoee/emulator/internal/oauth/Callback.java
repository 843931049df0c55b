package io.github.cognitoee.emulator.internal.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way back to an application.
 *
 * @param state what the application wants to see again; null for nothing
 * @param inFragment whether answers stand behind {@code #}, as the implicit grant has it
 */
public record Callback(String redirectUri, @Nullable String state, boolean inFragment) {

    /** The address that brings this answer. */
    public String with(Map<String, ?> answer) {
        Map<String, Object> parameters = new LinkedHashMap<>(answer);
        if (state != null) {
            parameters.put("state", state);
        }
        String text = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
        return redirectUri + separator() + text;
    }

    private String separator() {
        if (inFragment) {
            return "#";
        }
        return redirectUri.contains("?") ? "&" : "?";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
