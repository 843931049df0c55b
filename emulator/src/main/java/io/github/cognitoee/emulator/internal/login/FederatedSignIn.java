package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.federation.FederationException;
import io.github.cognitoee.emulator.internal.federation.OidcClient;
import io.github.cognitoee.emulator.internal.federation.OidcClient.Subject;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequest;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequests;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.FederatedStep;
import io.github.cognitoee.emulator.internal.pool.FederatedUsers;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import io.github.cognitoee.emulator.internal.pool.NewUser;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PostConfirmation;
import io.github.cognitoee.emulator.internal.trigger.PreSignUp;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Signing in at another provider: the way there, and {@code /oauth2/idpresponse}, where browsers come back. */
record FederatedSignIn(
        Directory directory, AuthorizeRequests requests, Sessions sessions, OidcClient client, Supplier<URI> domain) {

    static final String RESPONSE = "/oauth2/idpresponse";
    private static final String SEPARATOR = ".";

    /** Sends a browser to the provider. */
    PageAnswer begin(PageRequest request, AuthorizeRequest asked, IdentityProvider provider) {
        Pool pool = asked.pool();
        String nonce = UUID.randomUUID().toString();
        String ticket = pool.login()
                .federations()
                .open(new FederatedStep(provider.providerName(), nonce, request.query()), Steps.PATIENCE);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("redirect_uri", redirectUri());
        parameters.put("state", pool.id() + SEPARATOR + ticket);
        parameters.put("nonce", nonce);
        request.parameter("prompt").ifPresent(prompt -> parameters.put("prompt", prompt));
        request.parameter("login_hint").ifPresent(hint -> parameters.put("login_hint", hint));
        try {
            return PageAnswer.redirect(client.authorization(provider, parameters))
                    .with(Cookies.set(Cookies.federation(pool), ticket));
        } catch (FederationException e) {
            throw AuthorizeRequests.providerFailed(asked, String.valueOf(e.getMessage()));
        }
    }

    /** What follows from the provider's answer. */
    PageAnswer end(PageRequest request) {
        String state = request.parameter("state").orElse("");
        int dot = state.lastIndexOf(SEPARATOR);
        Pool pool = directory.find(dot < 0 ? "" : state.substring(0, dot)).orElseThrow(PageRefusal::foreign);
        String ticket = state.substring(dot + 1);
        if (!request.cookie(Cookies.federation(pool)).equals(Optional.of(ticket))) {
            throw PageRefusal.foreign();
        }
        FederatedStep step = pool.login().federations().take(ticket).orElseThrow(PageRefusal::tooLate);
        AuthorizeRequest asked = requests.read(step.query());
        return signedIn(request, asked, step).with(Cookies.delete(Cookies.federation(pool)));
    }

    private PageAnswer signedIn(PageRequest request, AuthorizeRequest asked, FederatedStep step) {
        Pool pool = asked.pool();
        Optional<String> code = request.parameter("code");
        if (code.isEmpty()) {
            throw AuthorizeRequests.providerFailed(
                    asked,
                    step.providerName() + " Error - "
                            + request.parameter("error").orElse("no code"));
        }
        try {
            IdentityProvider provider = pool.providers().required(step.providerName());
            Subject subject = client.subject(provider, code.get(), redirectUri(), step.nonce());
            Account account = account(asked, provider, subject);
            if (!account.enabled()) {
                throw AuthorizeRequests.providerFailed(asked, "User is not enabled");
            }
            return sessions.begin(asked, account, List.of("fed"));
        } catch (FederationException e) {
            throw AuthorizeRequests.providerFailed(asked, String.valueOf(e.getMessage()));
        } catch (Refusal refusal) {
            throw AuthorizeRequests.providerFailed(asked, refusal.text());
        }
    }

    private static Account account(AuthorizeRequest asked, IdentityProvider provider, Subject subject) {
        FederatedUsers users = new FederatedUsers(asked.pool());
        if (users.find(provider, subject.value(), subject.claims()).isPresent()) {
            return users.signedIn(provider, subject.value(), subject.claims());
        }
        Moment moment = Moment.of(asked.pool(), asked.client());
        NewUser user = users.newUser(provider, subject.value(), subject.claims());
        new PreSignUp(moment).decide(PreSignUp.Source.PROVIDER, user, Map.of());
        Account account = users.signedIn(provider, subject.value(), subject.claims());
        new PostConfirmation(moment).ofSignUp(account);
        return account;
    }

    private String redirectUri() {
        return domain.get() + RESPONSE;
    }
}
