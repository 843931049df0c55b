package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.mechanism.PreparedApplication;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.wildfly.elytron.web.undertow.server.servlet.AuthenticationManager;
import org.wildfly.security.auth.server.SecurityDomain;

/**
 * Lets WildFly accept callers whom its own realms do not know. Its default security domain looks each caller up in a
 * realm and answers 500 (ELY01177) to those who are only in Cognito; this has Elytron set up the deployment again with
 * non-integrated Jakarta Authentication, as {@code integrated-jaspi=false} would on the server. Loaded by Undertow only;
 * a failure stops deployment.
 */
public class UndertowSecurityExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        if (deployment.getServletContainerInitializers().stream()
                .noneMatch(initializer ->
                        initializer.getServletContainerInitializerClass() == SecurityInitializer.class)) {
            throw PreparedApplication.isNot();
        }
        if (ActiveDefinition.find().isEmpty()) {
            return;
        }
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null) {
            throw new IllegalStateException(Problem.NO_SECURITY_DOMAIN.message(
                    "this application has no Elytron security domain, so WildFly would"
                            + " not accept the callers of Cognito; give it one (application-security-domain)"));
        }
        DeploymentInfo configured = deployment.clone().setLoginConfig(null);
        AuthenticationManager.builder()
                .setSecurityDomain(domain)
                .setEnableJaspi(true)
                .setIntegratedJaspi(false)
                .build()
                .configure(configured);
        deployment.setInitialSecurityWrapper(configured.getInitialSecurityWrapper());
    }
}
