package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.oauth.Authorizations;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRefusal;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequests;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.Optional;
import java.util.function.Function;

/** The pages of managed login, and the addresses that lead to and from them. */
public final class LoginPages {

    private final Directory directory;
    private final AuthorizeRequests requests;
    private final Sessions sessions;
    private final SignInPage signIn;

    public LoginPages(Directory directory, TokenIssuer issuer, SelfService users) {
        this.directory = directory;
        this.requests = new AuthorizeRequests(directory);
        this.sessions = new Sessions(new Authorizations(issuer));
        this.signIn = new SignInPage(users, sessions);
    }

    /** {@code GET /oauth2/authorize}: a browser that is signed in goes back at once, others to the page. */
    public PageAnswer authorize(PageRequest request) {
        return visited(request, visit -> Sessions.of(visit.pool(), request)
                .map(session -> sessions.resume(visit, session))
                .orElseGet(() -> PageAnswer.redirect(request.at(SignInPage.PATH))));
    }

    /** {@code /login}. */
    public PageAnswer login(PageRequest request) {
        return visited(request, visit -> request.post() ? signIn.submit(visit) : signIn.show(visit));
    }

    /** {@code GET /logout}: to an address of the client, or to the page to sign in as someone else. */
    public PageAnswer logout(PageRequest request) {
        try {
            AppClient client = requests.client(request.query());
            Pool pool = directory.pool(client.userPoolId());
            Optional<String> out = request.parameter("logout_uri");
            if (out.isPresent()) {
                return Sessions.end(pool, request, requests.logout(client, out.get()));
            }
            requests.read(request.query());
            return Sessions.end(pool, request, request.at(SignInPage.PATH));
        } catch (AuthorizeRefusal refusal) {
            return refused(refusal, request);
        }
    }

    private PageAnswer visited(PageRequest request, Function<Visit, PageAnswer> answer) {
        try {
            return answer.apply(Visit.of(request, requests.read(request.query())));
        } catch (AuthorizeRefusal refusal) {
            return refused(refusal, request);
        } catch (PageRefusal refusal) {
            return ErrorPage.of(refusal, request);
        }
    }

    private static PageAnswer refused(AuthorizeRefusal refusal, PageRequest request) {
        return refusal.location().map(PageAnswer::redirect).orElseGet(() -> ErrorPage.of(refusal, request));
    }
}
