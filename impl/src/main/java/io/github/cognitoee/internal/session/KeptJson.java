package io.github.cognitoee.internal.session;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** JSON that was written for later. */
final class KeptJson {

    private KeptJson() {}

    /** Empty for what another version of the library may have written. */
    static <T> Optional<T> read(String json, Function<JsonObject, T> reading) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return Optional.of(reading.apply(reader.readObject()));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | DateTimeException e) {
            return Optional.empty();
        }
    }
}
