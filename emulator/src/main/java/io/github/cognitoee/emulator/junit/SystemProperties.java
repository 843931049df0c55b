package io.github.cognitoee.emulator.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** System properties that were set, and what stood there before, which closing puts back. */
final class SystemProperties implements ClosedByJUnit {

    private final Map<String, @Nullable String> before = new LinkedHashMap<>();

    SystemProperties(Map<String, String> properties) {
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    }

    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
