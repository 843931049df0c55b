package io.github.cognitoee.internal.cdi;

import jakarta.enterprise.inject.spi.Bean;
import java.util.Optional;

/** What a server with Jakarta Security 4.0 has beyond 3.0, asked for by name: other servers lack its types. */
final class SecurityFour {

    private static final ClassLoader LOADER = SecurityFour.class.getClassLoader();
    private static final Optional<Class<?>> HANDLER =
            find("jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler");

    private static final String OWN_HANDLER = "io.github.cognitoee.internal.security4.CognitoElseOtherHandler";

    private SecurityFour() {}

    /** Whether an application may have several mechanisms here, and a handler that chooses. */
    static boolean isPresent() {
        return HANDLER.isPresent();
    }

    /** Whether the class is not the library's, and chooses between the mechanisms of an application. */
    static boolean isForeignHandler(Class<?> type) {
        return HANDLER.filter(handler -> handler.isAssignableFrom(type)).isPresent()
                && !type.getName().equals(OWN_HANDLER);
    }

    /** Whether the bean chooses, whatever makes it, and is not the library's. */
    static boolean isForeignHandler(Bean<?> bean) {
        return HANDLER.filter(bean.getTypes()::contains).isPresent()
                && !bean.getBeanClass().getName().equals(OWN_HANDLER);
    }

    /** The library's own handler. */
    static Class<?> ownHandler() {
        return find(OWN_HANDLER).orElseThrow(() -> new IllegalStateException("the library is incomplete"));
    }

    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, LOADER));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
