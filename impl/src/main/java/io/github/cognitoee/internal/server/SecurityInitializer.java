package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.CognitoSettings;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a web application at its start: declares the roles that its annotations name, because some servers know a
 * role only when it is declared to the web container, and guards its REST applications.
 */
@HandlesTypes({RolesAllowed.class, DeclareRoles.class, DenyAll.class})
public class SecurityInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> annotated, ServletContext context) {
        Optional<CognitoSettings> settings = ActiveDefinition.find();
        if (settings.isEmpty()) {
            return;
        }
        Set<String> roles = new TreeSet<>(settings.get().declaredRoles());
        for (Class<?> type : annotated == null ? Set.<Class<?>>of() : annotated) {
            rolesOf(type).forEach(roles::add);
        }
        if (!roles.isEmpty()) {
            context.declareRoles(roles.toArray(String[]::new));
        }
        if (annotated != null && !annotated.isEmpty()) {
            guardRest(context);
        }
    }

    private static Stream<String> rolesOf(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                .flatMap(SecurityInitializer::rolesOn);
    }

    private static Stream<String> rolesOn(AnnotatedElement element) {
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        DeclareRoles declared = element.getAnnotation(DeclareRoles.class);
        return Stream.concat(
                allowed == null ? Stream.empty() : Stream.of(allowed.value()),
                declared == null ? Stream.empty() : Stream.of(declared.value()));
    }

    private static void guardRest(ServletContext context) {
        FilterRegistration.Dynamic filter =
                context.addFilter("cognito-ee-rest-proof", new RestProofFilter(RestApplications.of(context)));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC), false, "/*");
    }
}
