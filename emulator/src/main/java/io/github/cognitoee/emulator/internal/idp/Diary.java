package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Risks.Event;
import io.github.cognitoee.emulator.internal.pool.Risks.Verdict;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the sign-ins of users, as {@code AdminListUserAuthEvents} tells it.
 *
 * @param seen what the application says about where the user is; null if it says nothing, or is not listened to
 */
record Diary(ClientContext context, CallerContext.@Nullable UserContextData seen) {

    /** Takes a step of a sign-in, and notes what it came to. Nothing is noted of users who do not exist. */
    AuthAnswer note(Parameters given, Supplier<AuthAnswer> step) {
        Optional<Account> account =
                Optional.ofNullable(given.optional("USERNAME")).flatMap(context::find);
        Verdict verdict = account.flatMap(user -> context.pool().risks().next(user.username()))
                .orElse(null);
        try {
            AuthAnswer answer = step.get();
            String response = answer.authenticationResult() == null ? "InProgress" : "Pass";
            account.ifPresent(user -> add(user, response, verdict));
            return answer;
        } catch (Refusal refusal) {
            account.ifPresent(user -> add(user, "Fail", verdict));
            throw refusal;
        }
    }

    private void add(Account account, String response, @Nullable Verdict verdict) {
        context.pool()
                .risks()
                .add(
                        account.username(),
                        new Event(
                                UUID.randomUUID().toString(),
                                context.pool().now(),
                                context.client().clientId(),
                                response,
                                seen == null ? null : seen.ipAddress(),
                                seen == null ? null : seen.encodedData(),
                                verdict));
    }
}
