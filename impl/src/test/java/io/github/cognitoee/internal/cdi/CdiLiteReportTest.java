package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CdiLiteReportTest {

    @Test
    void isFoundByContainersOfCdiLiteAndSkippedByThoseOfCdiFull() {
        assertThat(ServiceLoader.load(BuildCompatibleExtension.class)).hasExactlyElementsOfTypes(CdiLiteReport.class);
        assertThat(CdiLiteReport.class
                        .getAnnotation(SkipIfPortableExtensionPresent.class)
                        .value())
                .isEqualTo(CognitoExtension.class);
    }

    @Test
    void stopsTheDeploymentWithTheReason() {
        List<String> errors = new ArrayList<>();
        Messages messages = (Messages) Proxy.newProxyInstance(
                Messages.class.getClassLoader(), new Class<?>[] {Messages.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("error");
                    errors.add(((Exception) arguments[0]).getMessage());
                    return null;
                });

        new CdiLiteReport().report(messages);

        assertThat(errors)
                .containsExactly(
                        "COG-0017: Cognito EE needs CDI Full, and this container has CDI Lite only; nobody could"
                                + " sign in here");
    }
}
