package io.github.cognitoee.emulator.internal.idp;

import java.util.Map;

/** The answer without members. */
final class Nothing {

    static final Map<String, Object> TO_TELL = Map.of();

    private Nothing() {}
}
