package io.github.cognitoee.emulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * State as JSON: {@code format}, {@code version}, {@code sha256} of version and state, {@code state}. Whatever is not
 * exactly that is refused, without a word of its content.
 */
final class StateFormat {

    private static final String FORMAT = "cognito-ee-emulator-state";
    private static final int VERSION = 4;
    private static final String DAMAGED = "is damaged, or was changed by hand";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Time()))
            .build();

    private StateFormat() {}

    static byte[] bytes(EmulatorState state) {
        try {
            JsonNode tree = JSON.readTree(JSON.writeValueAsBytes(state));
            ObjectNode file = JSON.createObjectNode();
            file.put("format", FORMAT).put("version", VERSION).put("sha256", digest(VERSION, tree));
            return JSON.writeValueAsBytes(file.set("state", tree));
        } catch (IOException e) {
            throw new IllegalStateException("the state has no JSON form", e);
        }
    }

    /** @throws EmulatorStateException if it is not what this version writes */
    static EmulatorState read(byte[] bytes, Path file) {
        JsonNode root = tree(bytes, file);
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new EmulatorStateException(file, "is no state of this emulator; it was left as it is");
        }
        int version = root.path("version").asInt();
        if (version < OlderState.FIRST || version > VERSION) {
            throw new EmulatorStateException(
                    file, "has version " + root.path("version").asText() + ", this emulator knows " + VERSION);
        }
        try {
            if (!root.path("sha256").asText().equals(digest(version, root.path("state")))) {
                throw new EmulatorStateException(file, DAMAGED + "; it was left as it is");
            }
            OlderState.upgrade(root.get("state"), version);
            return JSON.treeToValue(root.get("state"), EmulatorState.class);
        } catch (JsonProcessingException e) {
            throw new EmulatorStateException(file, DAMAGED + "; it was left as it is");
        }
    }

    private static JsonNode tree(byte[] bytes, Path file) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // told like any other file that is none of ours
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        throw new EmulatorStateException(file, "is damaged, or no state of this emulator; it was left as it is");
    }

    private static String digest(int version, JsonNode state) throws JsonProcessingException {
        try {
            boolean first = version == OlderState.FIRST; // its digest was over the state alone
            byte[] text = JSON.writeValueAsBytes(
                    first ? state : JSON.createArrayNode().add(version).add(state));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static final class Time extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Time() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(parser.getValueAsString(""));
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, "", "no time");
            }
        }
    }
}
