package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Optional;

/** A way to sign in that users of {@code USER_AUTH} may choose. */
interface FirstFactor {

    /** Among the available challenges, such as {@code PASSWORD_SRP}. */
    String name();

    /** @param account empty for a user who does not exist, which is not to be told */
    boolean isAvailable(Pool pool, Optional<Account> account);

    /**
     * Begins with it.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if what came along is not good
     */
    AuthAnswer begin(Beginning beginning, Course course);
}
