package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Risks;
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
        if (account.isEmpty()) {
            return step.get();
        }
        String username = account.get().username();
        Optional<Verdict> verdict = risks().next(username);
        int waiting = risks().waiting(username);
        String response = "Fail";
        try {
            AuthAnswer answer = step.get();
            response = answer.authenticationResult() == null ? "InProgress" : "Pass";
            return answer;
        } finally {
            boolean judged = risks().waiting(username) < waiting;
            add(username, response, judged ? verdict.orElse(null) : null);
        }
    }

    private Risks risks() {
        return context.pool().risks();
    }

    private void add(String username, String response, @Nullable Verdict verdict) {
        risks().add(
                        username,
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
