package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.SelfService.Sent;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What follows after a step of a sign-in. */
record Steps(SelfService users, Sessions sessions) {

    /** How long pages wait that have no time of their own. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The password was right. */
    PageAnswer afterPassword(Visit visit, Account account) {
        if (account.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            return NewPasswordPage.ask(visit, account);
        }
        List<String> factors =
                users.factors(visit.pool(), account, visit.asked().wishes().assurance());
        if (factors.isEmpty()) {
            if (visit.pool().settings().requiresMfa()) {
                throw PageRefusal.noFactor();
            }
            return sessions.begin(visit.asked(), account, List.of("pwd"));
        }
        return new FactorPage(users, sessions).begin(visit, account, factors);
    }

    /** The password was right, or has just been set, but the user has to confirm a contact first. */
    PageAnswer confirm(Visit visit, String username) {
        return ConfirmationPage.page(
                visit, 200, visit.waiting(Kind.CONFIRMATION, username, PATIENCE), Optional.empty(), List.of());
    }

    /** As {@link #confirm}, where a code is under way. */
    PageAnswer confirm(Visit visit, String username, Sent sent) {
        return ConfirmationPage.page(
                visit, 200, visit.waiting(Kind.CONFIRMATION, username, PATIENCE), Optional.of(sent), List.of());
    }
}
