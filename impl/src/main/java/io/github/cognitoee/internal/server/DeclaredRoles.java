package io.github.cognitoee.internal.server;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The roles that classes name in their annotations. */
final class DeclaredRoles {

    /** Servlet 6.0 section 13.3: not a role, but any caller who is signed in. */
    static final String ANYBODY_SIGNED_IN = "**";

    private static final Set<String> NOT_ROLES = Set.of("", "*", ANYBODY_SIGNED_IN);

    private DeclaredRoles() {}

    static Set<String> of(Iterable<Class<?>> types) {
        Set<String> roles = new TreeSet<>();
        for (Class<?> type : types) {
            Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                    .flatMap(DeclaredRoles::on)
                    .forEach(roles::add);
        }
        roles.removeAll(NOT_ROLES);
        return roles;
    }

    private static Stream<String> on(AnnotatedElement element) {
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        DeclareRoles declared = element.getAnnotation(DeclareRoles.class);
        return Stream.concat(
                allowed == null ? Stream.empty() : Stream.of(allowed.value()),
                declared == null ? Stream.empty() : Stream.of(declared.value()));
    }
}
