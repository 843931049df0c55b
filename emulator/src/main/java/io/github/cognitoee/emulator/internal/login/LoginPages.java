package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.federation.OidcClient;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.oauth.Authorizations;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRefusal;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequest;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequests;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of managed login, and the addresses that lead to and from them. */
public final class LoginPages {

    /** Where there are pages with forms. */
    public static final List<String> PATHS = List.of(
            SignInPage.PATH,
            NewPasswordPage.PATH,
            FactorPage.PATH,
            SignUpPage.PATH,
            ConfirmationPage.PATH,
            ForgotPasswordPage.PATH,
            ResetPasswordPage.PATH);

    private final Directory directory;
    private final AuthorizeRequests requests;
    private final Sessions sessions;
    private final FederatedSignIn federated;
    private final Map<String, Page> pages;

    /** @param domain where the pages are, as browsers and other providers know it */
    public LoginPages(
            Directory directory, TokenIssuer issuer, SelfService users, OidcClient client, Supplier<URI> domain) {
        this.directory = directory;
        this.requests = new AuthorizeRequests(directory, () -> domain.get() + FederatedSignIn.RESPONSE);
        this.sessions = new Sessions(new Authorizations(issuer));
        this.federated = new FederatedSignIn(directory, requests, sessions, client, domain);
        Steps steps = new Steps(users, sessions);
        SignInPage signIn = new SignInPage(users, sessions, steps);
        this.pages = Stream.of(
                        signIn,
                        new NewPasswordPage(users, steps),
                        new FactorPage(users, sessions),
                        new SignUpPage(users, steps),
                        new ConfirmationPage(users, steps),
                        new ForgotPasswordPage(users),
                        new ResetPasswordPage(users, signIn))
                .collect(Collectors.toMap(Page::path, Function.identity()));
    }

    /** {@code GET /oauth2/authorize}: a browser that is signed in goes back at once, others to a page or a provider. */
    public PageAnswer authorize(PageRequest request) {
        return visited(request, visit -> {
            Optional<IdentityProvider> provider = Providers.wanted(visit.asked());
            if (provider.isPresent() && !visit.asked().wishes().isSilent()) {
                return federated.begin(request, visit.asked(), provider.get());
            }
            return Sessions.of(visit.pool(), request)
                    .filter(session -> visit.asked()
                            .wishes()
                            .areMetBy(session, visit.pool().now()))
                    .map(session -> sessions.resume(visit, session))
                    .orElseGet(() -> ask(visit));
        });
    }

    /** {@code GET /oauth2/idpresponse}: a browser comes back from another provider. */
    public PageAnswer providerResponse(PageRequest request) {
        try {
            return federated.end(request);
        } catch (AuthorizeRefusal refusal) {
            return refused(refusal, request);
        } catch (PageRefusal refusal) {
            return ErrorPage.of(refusal, request);
        }
    }

    private static PageAnswer ask(Visit visit) {
        if (visit.asked().wishes().isSilent()) {
            throw AuthorizeRequests.loginRequired(visit.asked());
        }
        return PageAnswer.redirect(visit.request().at(SignInPage.PATH));
    }

    /** Any of {@link #PATHS}. */
    public PageAnswer page(PageRequest request) {
        Page page = Objects.requireNonNull(pages.get(request.path()), request.path());
        return visited(request, visit -> request.post() ? page.submit(visit) : page.show(visit));
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
            return answered(request, requests.read(request.query()), answer);
        } catch (AuthorizeRefusal refusal) {
            return refused(refusal, request);
        } catch (PageRefusal refusal) {
            return ErrorPage.of(refusal, request);
        }
    }

    /** What pages have no words for, functions that fail above all, the application learns. */
    private static PageAnswer answered(
            PageRequest request, AuthorizeRequest asked, Function<Visit, PageAnswer> answer) {
        try {
            return answer.apply(Visit.of(request, asked));
        } catch (Refusal refusal) {
            throw AuthorizeRequests.functionFailed(asked, refusal.text());
        }
    }

    private static PageAnswer refused(AuthorizeRefusal refusal, PageRequest request) {
        return refusal.location().map(PageAnswer::redirect).orElseGet(() -> ErrorPage.of(refusal, request));
    }
}
