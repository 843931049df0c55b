package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attempt;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Device;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Optional;

/** A user on his way into an application. Immutable. */
record SignIn(ClientContext context, Account account, Attempt attempt) {

    /** The same, with one more method passed. */
    SignIn passing(String method) {
        return new SignIn(context, account, attempt.passing(method));
    }

    /** The same, of the user as he is now. */
    SignIn of(Account changed) {
        return new SignIn(context, changed, attempt);
    }

    Pool pool() {
        return context.pool();
    }

    /**
     * The device that it comes from, where the pool knows devices and the client named one.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the user has no such device
     */
    Optional<Device> device() {
        return pool().settings().tracksDevices()
                ? Optional.ofNullable(attempt.deviceKey())
                        .map(key -> pool().devices().required(key, account.username()))
                : Optional.empty();
    }

    /** Has the sign-in wait for an answer. @return the session */
    String await(String challenge, Challenge.Detail detail) {
        return context.await(new Challenge(challenge, attempt, detail));
    }

    /** As {@link #await(String, Challenge.Detail)}, for one that is held against nothing but the user. */
    String await(String challenge) {
        return await(challenge, Challenge.Detail.NONE);
    }
}
