package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.caller.Dispatches;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.claims.DeploymentCheck;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.mechanism.PasswordSignOut;
import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a web application at its start: declares the roles that its annotations name, because some servers know a
 * role only when it is declared to the web container; refuses annotations that nobody would enforce; and guards its REST
 * applications, and its Servlets that require something of their callers.
 */
@HandlesTypes({
    RolesAllowed.class,
    DeclareRoles.class,
    DenyAll.class,
    RequiresScope.class,
    RequiresRecentLogin.class,
    RequiresAssurance.class,
    LoginConfig.class
})
public class SecurityInitializer implements ServletContainerInitializer {

    /**
     * @throws CognitoConfigurationException when a role, a scope or a sign-in is required where nobody would ask for it,
     *     or the server's own MicroProfile JWT is on
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> annotated, ServletContext context) {
        Set<Class<?>> types = ofTheApplication(annotated);
        types.forEach(MisplacedAnnotations::refuse);
        Optional<CognitoSettings> settings = ActiveDefinition.find();
        settings.ifPresent(active -> types.forEach(DeploymentCheck::of));
        declareRoles(types, settings, context);
        RestApplications applications = RestApplications.in(context);
        if (settings.isPresent()) {
            Dispatches dispatches = CDI.current().select(Dispatches.class).get();
            SessionCookies.guard(settings.get(), context);
            boolean storeAlone = settings.get().otherMechanism().isPresent();
            filter(context, "dispatch", new DispatchFilter(dispatches, storeAlone), EnumSet.of(DispatcherType.ASYNC));
            if (storeAlone) {
                Filter ending = new CallerEndFilter(
                        RequirementCheck.find().entrance(),
                        settings.get().verification().clockSkew(),
                        Clock.systemUTC(),
                        PasswordSignOut::of,
                        CDI.current().select(SignOutListener.class).stream()
                                .findFirst()
                                .orElse(SignOutListener.NONE));
                filter(context, "caller-end", ending, EnumSet.of(DispatcherType.REQUEST));
            }
        }
        if (!types.isEmpty()) {
            applications.startEarly();
            filter(context, "rest-proof", new RestProofFilter(applications), EnumSet.allOf(DispatcherType.class));
        }
        enforce(types, settings, context);
        PreparedApplication.note(context);
    }

    private static Set<Class<?>> ofTheApplication(@Nullable Set<Class<?>> annotated) {
        Set<Class<?>> types = new HashSet<>(annotated == null ? Set.of() : annotated);
        types.removeAll(RequirementInterceptor.ALL);
        return types;
    }

    private static void declareRoles(Set<Class<?>> types, Optional<CognitoSettings> settings, ServletContext context) {
        Set<String> roles = new TreeSet<>(DeclaredRoles.of(types));
        settings.map(CognitoSettings::declaredRoles).ifPresent(roles::addAll);
        if (!roles.isEmpty()) {
            context.declareRoles(roles.toArray(String[]::new));
        }
    }

    private static void enforce(Set<Class<?>> types, Optional<CognitoSettings> settings, ServletContext context) {
        Set<Class<?>> guarded =
                types.stream().filter(RequirementPlacement::concerns).collect(Collectors.toSet());
        if (!guarded.isEmpty()) {
            RequirementPlacement placement = new RequirementPlacement(
                    CDI.current().select(BeanClasses.class).get(), settings.map(CognitoSettings::assuranceLevels));
            placement.check(guarded);
            guardServlets(RequirementCheck.find(), new ServletRequirements(context), context);
        }
    }

    /** By path, for Servlets may be registered later; and by name, for filters of paths are not in named dispatches. */
    private static void guardServlets(RequirementCheck check, ServletRequirements servlets, ServletContext context) {
        EnumSet<DispatcherType> all = EnumSet.allOf(DispatcherType.class);
        filter(context, "requirements", ServletRequirementFilter.ofPaths(check, servlets), all);
        servlets.guarded().forEach((servlet, required) -> added(
                        context, "requirements-of-" + servlet, ServletRequirementFilter.ofServlet(check, required))
                .addMappingForServletNames(all, false, servlet));
    }

    /** In front of the application's own filters, whatever is dispatched where. */
    private static void filter(ServletContext context, String name, Filter filter, EnumSet<DispatcherType> dispatches) {
        added(context, name, filter).addMappingForUrlPatterns(dispatches, false, "/*");
    }

    private static FilterRegistration.Dynamic added(ServletContext context, String name, Filter filter) {
        FilterRegistration.Dynamic registration = context.addFilter("cognito-ee-" + name, filter);
        registration.setAsyncSupported(true);
        return registration;
    }
}
