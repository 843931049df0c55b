package io.github.cognitoee.internal.userpool;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link PackedWriter} wrote.
 *
 * <p>All methods throw {@link BufferUnderflowException} or {@link IllegalArgumentException} where something else was written.
 */
final class PackedReader {

    private final ByteBuffer in;

    PackedReader(byte[] packed) {
        this.in = ByteBuffer.wrap(packed);
    }

    int number() {
        return Byte.toUnsignedInt(in.get());
    }

    long time() {
        return in.getLong();
    }

    String text() {
        int form = number();
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return switch (form) {
            case PackedWriter.AS_TEXT -> new String(bytes, StandardCharsets.UTF_8);
            case PackedWriter.AS_BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case PackedWriter.AS_BASE64URL -> Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes);
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    List<String> texts() {
        int count = number();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Map<String, String> map() {
        int count = number();
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(text(), text());
        }
        return map;
    }
}
