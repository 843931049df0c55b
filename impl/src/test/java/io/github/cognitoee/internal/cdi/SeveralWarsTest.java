package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.Problem;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralWarsTest {

    private final SeveralWars wars = new SeveralWars(new OwnModule(SeveralWars.class));

    private static class OwnHandler implements IdentityStoreHandler {
        @Override
        public CredentialValidationResult validate(Credential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    @Test
    void oneWarNeedsNothing() {
        wars.collectClass(SeveralWarsTest.class);
        wars.collectClass(Problem.class);

        assertThat(wars.needStoreHandler()).isFalse();
        assertThat(wars.problem()).isEmpty();
    }

    @Test
    void besideAnotherCopyTheStoresAreAskedByOurselves(@TempDir Path folder) throws IOException {
        wars.collectClass(Copies.of(Problem.class, folder, "orders.war"));

        assertThat(wars.needStoreHandler()).isTrue();
    }

    @Test
    void unlessTheApplicationHasAHandlerOfItsOwn(@TempDir Path folder) throws IOException {
        wars.collectClass(OwnHandler.class);
        wars.collectClass(Copies.of(Problem.class, folder, "orders.war"));

        assertThat(wars.needStoreHandler()).isFalse();
    }

    @Test
    void anotherCopyIsAProblemWhereWarsAreNotKeptApart(@TempDir Path folder) throws IOException {
        wars.collectClass(Copies.of(Problem.class, folder, "orders.war"));

        assertThat(wars.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0018: another WAR of this EAR brings Cognito EE as well, and CDI on this server"
                        + " does not keep the beans of two WARs apart; deploy the WARs as applications of their"
                        + " own"));
    }
}
