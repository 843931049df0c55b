package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @RequiresScope("interface")
    interface Reading<T> {
        @RequiresScope("interface-method")
        void read(T id);
    }

    @RequiresScope("base")
    abstract static class Base {
        @RequiresScope("base-method")
        public void write() {}

        public void list() {}
    }

    @RequiresScope({"class", "class-too"})
    static class Orders extends Base implements Reading<String> {
        @Override
        @RequiresScope("method")
        public void read(String id) {}

        @Override
        public void write() {}
    }

    static class Proxy extends Orders {}

    static class Open {
        public void list() {}
    }

    @Test
    void allOnTheWayUpAddUp() throws NoSuchMethodException {
        assertThat(Requirements.of(Orders.class, Orders.class.getMethod("read", String.class))
                        .scopes())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface", "method", "interface-method");
    }

    @Test
    void anOverriddenMethodStillCounts() throws NoSuchMethodException {
        assertThat(Requirements.of(Orders.class, Orders.class.getMethod("write"))
                        .scopes())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface", "base-method");
    }

    @Test
    void aClassCountsForTheMethodsItInherits() throws NoSuchMethodException {
        assertThat(Requirements.of(Proxy.class, Base.class.getMethod("list")).scopes())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface");
    }

    @Test
    void aTypeDemandsWhatStandsOnTypes() {
        assertThat(Requirements.of(Proxy.class).scopes())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface");
    }

    @Test
    void withoutAnnotationsNothingIsDemanded() throws NoSuchMethodException {
        assertThat(Requirements.of(Open.class, Open.class.getMethod("list")).isEmpty())
                .isTrue();
    }

    @RequiresRecentLogin("PT1H")
    @RequiresAssurance("urn:cognito:loa:2")
    static class Account {
        @RequiresRecentLogin("PT5M")
        @RequiresAssurance("urn:cognito:loa:3")
        public void close() {}

        @RequiresRecentLogin("PT8H")
        public void read() {}

        @RequiresRecentLogin
        public void rename() {}
    }

    @Test
    void theShortestTimeHolds() throws NoSuchMethodException {
        assertThat(Requirements.of(Account.class, Account.class.getMethod("close"))
                        .maxAge())
                .contains(Duration.ofMinutes(5));
        assertThat(Requirements.of(Account.class, Account.class.getMethod("read"))
                        .maxAge())
                .contains(Duration.ofHours(1));
        assertThat(Requirements.of(Account.class, Account.class.getMethod("rename"))
                        .maxAge())
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void allLevelsOfAssuranceHold() throws NoSuchMethodException {
        assertThat(Requirements.of(Account.class, Account.class.getMethod("close"))
                        .assurances())
                .containsExactlyInAnyOrder("urn:cognito:loa:2", "urn:cognito:loa:3");
    }
}
