package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredRolesTest {

    @RolesAllowed({"users", "**", ""})
    static class OnClass {}

    static class OnMethod {
        @RolesAllowed({"admins", "*"})
        void guarded() {}
    }

    @DeclareRoles({"auditors", "users"})
    static class Declared {}

    @Test
    void areThoseOfClassesAndMethodsWithoutTheWildcards() {
        assertThat(DeclaredRoles.of(List.of(OnClass.class, OnMethod.class, Declared.class)))
                .containsExactly("admins", "auditors", "users");
    }
}
