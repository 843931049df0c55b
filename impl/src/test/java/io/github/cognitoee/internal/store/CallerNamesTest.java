package io.github.cognitoee.internal.store;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.machineToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerNamesTest {

    private final CallerNames names = new CallerNames(Optional.empty());

    @Test
    void peopleAreNamedByTheirUserName() {
        assertThat(names.nameOf(verified(accessToken(Map.of())))).contains("alice");
        assertThat(names.nameOf(verified(idToken(Map.of())))).contains("alice");
    }

    @Test
    void aNameThatUsersWriteThemselvesIsNotUsed() {
        String token = idToken(Map.of("preferred_username", "admin", "email", "admin@example.com"));

        assertThat(names.nameOf(verified(token))).contains("alice");
    }

    @Test
    void machinesAreNamedByTheirClient() {
        assertThat(names.nameOf(verified(machineToken()))).contains("client:web");
    }

    @Test
    void aPersonWhoSignedUpUnderTheNameOfAMachineHasNoName() {
        assertThat(names.nameOf(verified(accessToken(Map.of("username", "client:web")))))
                .isEmpty();
    }

    @Test
    void aConfiguredClaimNamesTheCaller() {
        CallerNames bySub = new CallerNames(Optional.of("sub"));

        assertThat(bySub.nameOf(verified(idToken(Map.of("sub", "34c8"))))).contains("34c8");
    }

    @Test
    void withoutTheConfiguredClaimThereIsNoName() {
        CallerNames byEmployee = new CallerNames(Optional.of("custom:employee"));

        assertThat(byEmployee.nameOf(verified(idToken(Map.of())))).isEmpty();
        assertThat(byEmployee.nameOf(verified(idToken(Map.of("custom:employee", " ")))))
                .isEmpty();
    }
}
