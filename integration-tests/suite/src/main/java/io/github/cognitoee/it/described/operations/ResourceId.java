package io.github.cognitoee.it.described.operations;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Sets for this WAR alone what operations would set for the server. In a jar of its own: CDI looks for no beans beside it. */
public class ResourceId implements Extension {

    void set(@Observes BeforeBeanDiscovery event) {
        System.setProperty("cognito.resource.id", "https://api.example.com/described");
        System.setProperty("cognito.resource.name", "The described application");
    }

    void clear(@Observes AfterDeploymentValidation event) {
        System.clearProperty("cognito.resource.id");
        System.clearProperty("cognito.resource.name");
    }
}
