package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.Problem;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Validation;

/**
 * Stops the deployment under CDI Lite, which knows no portable extensions: there the library would silently not be active.
 * Containers with CDI Full skip this.
 */
@SkipIfPortableExtensionPresent(CognitoExtension.class)
public class CdiLiteReport implements BuildCompatibleExtension {

    /** Called by the container when all beans are known. */
    @Validation
    public void report(Messages messages) {
        messages.error(Problem.CDI_LITE.exception(
                "Cognito EE needs CDI Full, and this container has CDI Lite only; nobody" + " could sign in here"));
    }
}
