package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.oauth.Authorizations;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequest;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.BrowserSession;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Authentication;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.List;
import java.util.Optional;

/** Who is signed in at the pages. */
record Sessions(Authorizations authorizations) {

    /** The sign-in that the browser's cookie stands for, if its user may still sign in. */
    static Optional<BrowserSession> of(Pool pool, PageRequest request) {
        return request.cookie(Cookies.session(pool))
                .flatMap(pool.login().sessions()::find)
                .filter(session -> session.accountIn(pool).isPresent());
    }

    /**
     * Signs the browser in, and sends it back to the application.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if a function is against it
     */
    PageAnswer begin(AuthorizeRequest asked, Account account, List<String> methods) {
        new Authentication(Moment.of(asked.pool(), asked.client())).after(account, false);
        Pool pool = asked.pool();
        BrowserSession session = new BrowserSession(account.username(), account.sub(), pool.now(), methods);
        String cookie = pool.login().sessions().open(session, Cookies.SESSION_LIFETIME);
        return PageAnswer.redirect(authorizations.answer(asked, session))
                .with(Cookies.set(Cookies.session(pool), cookie, Cookies.SESSION_LIFETIME));
    }

    /** Sends the browser of someone who has signed in before back to the application. */
    PageAnswer resume(Visit visit, BrowserSession session) {
        return PageAnswer.redirect(authorizations.answer(visit.asked(), session));
    }

    /** Signs the browser out; tokens stay as they are. */
    static PageAnswer end(Pool pool, PageRequest request, String location) {
        request.cookie(Cookies.session(pool)).ifPresent(pool.login().sessions()::take);
        return PageAnswer.redirect(location).with(Cookies.delete(Cookies.session(pool)));
    }
}
