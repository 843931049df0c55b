package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.processor.BeanArchives;
import io.quarkus.arc.processor.BeanProcessor;
import io.quarkus.arc.processor.bcextensions.ExtensionsEntryPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** ArC, the container of Quarkus, has CDI Lite alone, where the library would silently not be active. */
class CdiLiteIT {

    /** The application. */
    @ApplicationScoped
    public static class Greeter {}

    @Test
    void anApplicationWithTheLibraryIsNotBuilt() throws IOException {
        BeanProcessor arc =
                arc().setBuildCompatibleExtensions(new ExtensionsEntryPoint()).build();

        assertThatThrownBy(arc::process)
                .isInstanceOf(DeploymentException.class)
                .hasRootCauseMessage("COG-0017: Cognito EE needs CDI Full, and this container has CDI Lite only; nobody"
                        + " could sign in here");
    }

    /** It is nothing else that ArC objects to. */
    @Test
    void withoutExtensionsItIs() throws Exception {
        assertThat(arc().build().process().getBeans())
                .anyMatch(bean -> bean.getBeanClass().toString().equals(Greeter.class.getName()));
    }

    /** As Quarkus uses it, less the extensions that the services on the class path name. */
    private static BeanProcessor.Builder arc() throws IOException {
        Index application = Index.of(Greeter.class);
        return BeanProcessor.builder()
                .setName("application")
                .setImmutableBeanArchiveIndex(BeanArchives.buildImmutableBeanArchiveIndex(application))
                .setComputingBeanArchiveIndex(BeanArchives.buildComputingBeanArchiveIndex(
                        CdiLiteIT.class.getClassLoader(), new ConcurrentHashMap<>(), application))
                .setApplicationIndex(application)
                .setOutput(resource -> {});
    }
}
