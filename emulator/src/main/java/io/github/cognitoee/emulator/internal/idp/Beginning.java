package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Attempt;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that nothing was shown for yet.
 *
 * @param typed by which the user calls himself
 * @param flow by which it begins
 * @param wanted how surely the user is to be known; null where that is left to the pool
 */
record Beginning(ClientContext context, String typed, String flow, Parameters given, @Nullable Assurance wanted) {

    /** Of a flow, whose client has shown that it knows its secret. */
    static Beginning of(ClientContext context, String flow, Parameters given) {
        String typed = given.required("USERNAME");
        context.checkSecretHash(given.optional("SECRET_HASH"), typed);
        return new Beginning(context, typed, flow, given, null);
    }

    /** Of a challenge that asked how to go on. */
    static Beginning of(Reply reply) {
        reply.checkUser();
        Attempt attempt = reply.challenge().attempt();
        return new Beginning(reply.context(), attempt.username(), attempt.flow(), reply.given(), attempt.wanted());
    }

    /** @param level null to leave it to the pool */
    Beginning reaching(@Nullable Assurance level) {
        return new Beginning(context, typed, flow, given, level);
    }

    Optional<Account> account() {
        return context.find(typed);
    }

    /** @param username the real one, or nobody's */
    Attempt attempt(String username) {
        return Attempt.begin(username, context.client().clientId(), flow, given.optional("DEVICE_KEY"))
                .reaching(wanted);
    }

    /** The sign-in of a user who has shown something. */
    SignIn passing(Account account, String method) {
        return new SignIn(context, account, attempt(account.username()).passing(method));
    }

    /** Has the sign-in wait for an answer of the user, whether he exists or not. @return the session */
    String await(String challenge, Challenge.Detail detail) {
        String username = account().map(Account::username).orElse(typed);
        return context.await(new Challenge(challenge, attempt(username), detail));
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Beginning[" + flow + "]";
    }
}
