package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Pool;

/** What people do for themselves at the pages, by the rules that hold for the operations too. */
public final class SelfService {

    /**
     * Who signs in with a password.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the password is wrong, or the user must not sign in
     */
    public Account signIn(Pool pool, AppClient client, String username, String password) {
        return new PasswordCheck(new ClientContext(pool, client)).signIn(username, password);
    }
}
