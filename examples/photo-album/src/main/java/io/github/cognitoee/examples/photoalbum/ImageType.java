package io.github.cognitoee.examples.photoalbum;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of picture that the album takes, each recognised by the first bytes of the file. */
enum ImageType {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    WEBP("RIFF....WEBP");

    private static final char ANY_BYTE = '.';

    private final String signature;

    ImageType(String signature) {
        this.signature = signature;
    }

    /** The type of a {@code Content-Type} header; parameters do not matter. */
    static Optional<ImageType> ofContentType(String contentType) {
        String mediaType = contentType.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(type -> type.contentType().equalsIgnoreCase(mediaType))
                .findFirst();
    }

    static String allContentTypes() {
        return Arrays.stream(values()).map(ImageType::contentType).collect(Collectors.joining(", "));
    }

    String contentType() {
        return "image/" + extension();
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether these bytes begin as a file of this type does. */
    boolean matches(byte[] file) {
        if (file.length < signature.length()) {
            return false;
        }
        String start = new String(file, 0, signature.length(), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < signature.length(); i++) {
            if (signature.charAt(i) != ANY_BYTE && signature.charAt(i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
