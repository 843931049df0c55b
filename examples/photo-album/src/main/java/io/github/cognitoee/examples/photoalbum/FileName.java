package io.github.cognitoee.examples.photoalbum;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The name a picture had on its owner's disk: the last segment of whatever path was sent, without control characters,
 * quotes and surplus length. It is a label to download under, never part of a key.
 */
record FileName(String value) {

    private static final int MAX_LENGTH = 100;

    FileName {
        value = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\"]", "")
                .strip();
        value = value.substring(Math.max(0, value.length() - MAX_LENGTH));
    }

    /** In ASCII, as RFC 8187 needs it. */
    private String encoded() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** The {@code Content-Disposition} header to save a download under this name (RFC 6266). */
    String asAttachment() {
        String ascii = value.replaceAll("[^\\x20-\\x7e]|[\\\\%]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded());
    }
}
