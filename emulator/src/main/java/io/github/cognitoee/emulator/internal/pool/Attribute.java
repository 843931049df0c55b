package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.pool.Names.AttributeName;
import io.github.cognitoee.emulator.internal.pool.Names.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attribute on the wire. */
public record Attribute(@AttributeName String name, @Nullable @AttributeValue String value) {

    /** The attributes by name; a missing value is empty, the last of two wins. */
    public static Map<String, String> mapOf(@Nullable List<Attribute> list) {
        Map<String, String> map = new LinkedHashMap<>();
        if (list != null) {
            list.forEach(attribute -> map.put(attribute.name(), attribute.value() == null ? "" : attribute.value()));
        }
        return map;
    }

    /** Tells no value. */
    @Override
    public String toString() {
        return "Attribute[" + name + "]";
    }
}
