package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private final Definitions definitions = new Definitions();

    @CognitoAuthenticationMechanismDefinition
    private static class Mechanism {}

    @CognitoIdentityStoreDefinition
    private static class Store {}

    @CognitoIdentityStoreDefinition
    private static class AnotherStore {}

    @Test
    void theMechanismAloneWillDo() {
        definitions.collect(Mechanism.class);

        assertThatCode(definitions::check).doesNotThrowAnyException();
        assertThat(definitions.hasStore()).isFalse();
    }

    @Test
    void soWillTheStore() {
        definitions.collect(Store.class);

        assertThatCode(definitions::check).doesNotThrowAnyException();
        assertThat(definitions.hasStore()).isTrue();
        assertThat(definitions.hasMechanism()).isFalse();
    }

    @Test
    void bothExcludeEachOther() {
        definitions.collect(Store.class);
        definitions.collect(Mechanism.class);

        assertThatThrownBy(definitions::check)
                .hasMessage("COG-0006: expected one of @CognitoAuthenticationMechanismDefinition and"
                        + " @CognitoIdentityStoreDefinition, found the first on " + Mechanism.class.getName()
                        + " and the second on " + Store.class.getName()
                        + "; the store is for applications with another mechanism, so remove one of the two");
    }

    @Test
    void thereIsOneStore() {
        definitions.collect(Store.class);
        definitions.collect(AnotherStore.class);

        assertThatThrownBy(definitions::check)
                .hasMessage("COG-0006: expected one @CognitoIdentityStoreDefinition, found it on "
                        + AnotherStore.class.getName() + " and " + Store.class.getName());
    }
}
