package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.vouchedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** One caller for whom the application vouches as ever more users: a machine that works for all of them. */
class DossierTest {

    private static final IdentityPoolConfig POOL = TestCallers.vouching(Map.of());
    private static final int USERS = 10_000;

    private final Dossier machine = new Dossier(new PersonKey(TestCallers.POOL, "", "machine"));

    @Test
    void identitiesOfUsersWhoseCredentialsHaveGoneAreForgotten() {
        int kept = 0;
        for (int user = 0; user < USERS; user++) {
            serve(user, key -> false);
        }
        for (int user = 0; user < USERS; user++) {
            kept += machine.identityId(login(user)).isPresent() ? 1 : 0;
        }

        assertThat(kept).isLessThan(200);
        assertThat(machine.identityId(login(USERS - 1))).contains("id-" + (USERS - 1));
    }

    @Test
    void identitiesOfUsersWhoseCredentialsAreThereStay() {
        for (int user = 0; user < USERS; user++) {
            serve(user, key -> true);
        }

        for (int user = 0; user < USERS; user++) {
            assertThat(machine.identityId(login(user))).contains("id-" + user);
        }
    }

    @Test
    void oneMoreUserDoesNotHaveAllTheOthersLookedAt() {
        AtomicInteger looks = new AtomicInteger();
        for (int user = 0; user < USERS; user++) {
            serve(user, key -> looks.incrementAndGet() > 0);
        }

        assertThat(looks).hasValueLessThan(2 * USERS);
    }

    @Test
    void identitiesAloneAreNotKeptWithoutEnd() {
        for (int user = 0; user < USERS; user++) {
            machine.identify(login(user), "id-" + user);
        }

        assertThat(machine.loginsOf(any -> true)).hasSizeLessThan(200);
    }

    private void serve(int user, Predicate<CredentialsKey> isThere) {
        machine.identify(login(user), "id-" + user);
        machine.note(CredentialsKey.of(POOL, machine, vouchedFor(name(user)), Optional.empty()), isThere);
    }

    private LoginKey login(int user) {
        return machine.login(POOL, vouchedFor(name(user)));
    }

    private static String name(int user) {
        return "user-" + user;
    }
}
