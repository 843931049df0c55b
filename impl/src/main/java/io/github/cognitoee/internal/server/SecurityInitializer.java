package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.claims.DeploymentCheck;
import io.github.cognitoee.internal.config.CognitoSettings;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a web application at its start: declares the roles that its annotations name, because some servers know a
 * role only when it is declared to the web container; refuses annotations that nobody would enforce; and guards its REST
 * applications.
 */
@HandlesTypes({RolesAllowed.class, DeclareRoles.class, DenyAll.class, LoginConfig.class})
public class SecurityInitializer implements ServletContainerInitializer {

    /** @throws CognitoConfigurationException when a role annotation stands where it has no effect, or the server's own MicroProfile JWT is on */
    @Override
    public void onStartup(@Nullable Set<Class<?>> annotated, ServletContext context) {
        Set<Class<?>> types = annotated == null ? Set.of() : annotated;
        types.forEach(MisplacedAnnotations::refuse);
        types.forEach(DeploymentCheck::of);
        Set<String> roles = new TreeSet<>(DeclaredRoles.of(types));
        ActiveDefinition.find().map(CognitoSettings::declaredRoles).ifPresent(roles::addAll);
        if (!roles.isEmpty()) {
            context.declareRoles(roles.toArray(String[]::new));
        }
        RestApplications applications = RestApplications.in(context);
        if (!types.isEmpty()) {
            guardRest(context, applications);
        }
    }

    private static void guardRest(ServletContext context, RestApplications applications) {
        FilterRegistration.Dynamic filter =
                context.addFilter("cognito-ee-rest-proof", new RestProofFilter(applications));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
}
