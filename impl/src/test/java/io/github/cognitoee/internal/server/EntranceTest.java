package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.session.LoginApplication;
import io.github.cognitoee.internal.session.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where callers are sent who may not pass, in an application that signs people in at managed login. */
class EntranceTest {

    private static final StepUp RECENT = new StepUp(Optional.of(Duration.ofMinutes(5)), Optional.empty());
    private static final StepUp ASSURED = new StepUp(Optional.empty(), Optional.of("urn:cognito:loa:3"));

    private final LoginApplication application = new LoginApplication();
    private final Entrance entrance = new Entrance(Challenge.SIGN_IN, application.logins(), Optional.empty());

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void whoIsNotSignedInIsSentToManagedLogin() {
        assertThat(entrance.toAnonymous(page())).isInstanceOf(Objection.SentToSignIn.class);
        assertThat(entrance.withoutScopes(Set.of("orders/read"), page())).isInstanceOf(Objection.SentToSignIn.class);
        assertThat(entrance.withoutStepUp(RECENT, Optional.empty(), page())).isInstanceOf(Objection.SentToSignIn.class);
    }

    @Test
    void aUserOfThePoolIsKnownThereByName() {
        assertThat(visit(RECENT, Map.of("cognito:username", "alice")))
                .containsEntry("login_hint", "alice")
                .containsEntry("identity_provider", "COGNITO");
    }

    @Test
    void whoseNameIsMadeUpIsKnownByMail() {
        assertThat(visit(RECENT, Map.of("sub", "d1", "cognito:username", "d1", "email", "alice@example.com")))
                .containsEntry("login_hint", "alice@example.com");
    }

    @Test
    void whoCameFromAnotherProviderGoesThere() {
        Map<String, ?> google =
                Map.of("cognito:username", "google_123", "identities", List.of(Map.of("providerName", "Google")));

        assertThat(visit(RECENT, google))
                .containsEntry("identity_provider", "Google")
                .doesNotContainKey("login_hint");
        assertThat(visit(ASSURED, google))
                .as("whose sign-in has no level")
                .containsEntry("identity_provider", "COGNITO")
                .containsEntry("acr_values", "urn:cognito:loa:3");
    }

    @Test
    void aBearerIsTold() {
        VerifiedJwt token = TestTokens.verified(TestTokens.accessToken(Map.of()));

        assertThat(entrance.withoutStepUp(RECENT, Optional.of(principal(token)), signedIn(page())))
                .isInstanceOfSatisfying(Objection.Refused.class, refused -> assertThat(
                                refused.challenge().headers().get("WWW-Authenticate"))
                        .contains("insufficient_user_authentication"));
    }

    private Map<String, String> visit(StepUp required, Map<String, ?> claims) {
        String idToken = TestTokens.idToken(claims);
        HttpServletRequest request = signedIn(page());
        ServedRequest.of(request)
                .inSession(new SessionTokens(idToken, TestTokens.accessToken(Map.of()), null, TestTokens.NOW));
        Objection objection =
                entrance.withoutStepUp(required, Optional.of(principal(TestTokens.verified(idToken))), request);
        return FakeBrowser.parametersOf(
                URI.create(((Objection.SentToSignIn) objection).page().location()));
    }

    private static CognitoCallerPrincipal principal(VerifiedJwt token) {
        return new CognitoCallerPrincipal("alice", token, Set.of(), () -> {
            throw new AssertionError("no ID token is needed");
        });
    }

    private static HttpServletRequest page() {
        return new FakeBrowser().asksFor("/account").request();
    }

    private static HttpServletRequest signedIn(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> "alice";
            }
        };
    }
}
