package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.store.PasswordLogins;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceMetadataTest {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
    private static final String ORIGINAL = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_One";
    private static final String UPDATED = "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_One";

    private final FakeExchange exchange = new FakeExchange();

    @Test
    void theDocumentSaysWhoseTokensAreTakenAndHow() {
        exchange.servletPath = WELL_KNOWN;

        assertThat(ask(settings("https://api.example.com/orders", "Orders", "orders/read", "orders/write")))
                .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.status).isEqualTo(200);
        assertThat(body())
                .isEqualTo("{\"resource\":\"https://api.example.com/orders\","
                        + "\"authorization_servers\":[\"" + ORIGINAL + "\",\"" + UPDATED + "\"],"
                        + "\"scopes_supported\":[\"orders/read\",\"orders/write\"],"
                        + "\"bearer_methods_supported\":[\"header\"],"
                        + "\"resource_name\":\"Orders\"}");
        assertThat(exchange.responseHeaders)
                .containsOnly(
                        Map.entry("Content-Type", "application/json"),
                        Map.entry("Content-Length", String.valueOf(exchange.body.size())),
                        Map.entry("Cache-Control", "public, max-age=3600"),
                        Map.entry("Access-Control-Allow-Origin", "*"));
    }

    @Test
    void whatIsNotSetIsNotSaid() {
        exchange.servletPath = WELL_KNOWN;
        ask(settings("https://api.example.com", ""));

        assertThat(body())
                .isEqualTo("{\"resource\":\"https://api.example.com\","
                        + "\"authorization_servers\":[\"" + ORIGINAL + "\",\"" + UPDATED + "\"],"
                        + "\"bearer_methods_supported\":[\"header\"]}");
    }

    @Test
    void headersAloneMayBeAskedFor() {
        exchange.servletPath = WELL_KNOWN;
        exchange.method = "HEAD";
        ask(settings("https://api.example.com", ""));

        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.responseHeaders).containsKey("Content-Length");
        assertThat(body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get"})
    void thereIsNothingElseToDoWithIt(String method) {
        exchange.servletPath = WELL_KNOWN;
        exchange.method = method;
        ask(settings("https://api.example.com", ""));

        assertThat(exchange.errors).containsExactly(405);
        assertThat(exchange.responseHeaders).containsEntry("Allow", "GET, HEAD");
        assertThat(body()).isEmpty();
    }

    @Test
    void noProofIsLookedAt() {
        exchange.servletPath = WELL_KNOWN;
        exchange.isProtected = true;
        exchange.header("Authorization", "Bearer nonsense");
        ask(settings("https://api.example.com", ""));

        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.errors).isEmpty();
    }

    @Test
    void aSecondCallForTheSameRequestLeavesTheAnswerAlone() {
        exchange.servletPath = WELL_KNOWN;
        ask(settings("https://api.example.com", ""));
        String first = body();

        assertThat(ask(settings("https://api.example.com", ""))).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(body()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/oauth-protected-resource,",
        "/.well-known/oauth-protected-resource, /orders",
        "'', /.well-known/oauth-protected-resource",
        "'', /.well-known/oauth-protected-resource/orders",
    })
    void itIsFoundHoweverTheServletsAreMapped(String servletPath, String pathInfo) {
        exchange.servletPath = servletPath;
        exchange.pathInfo = pathInfo;
        ask(settings("https://api.example.com/orders", ""));

        assertThat(exchange.status).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/.well-known",
                "/.well-known/oauth-protected-resource/",
                "/.well-known/oauth-protected-resource/invoices",
                "/api/.well-known/oauth-protected-resource"
            })
    void otherPathsAreTheApplications(String servletPath) {
        exchange.servletPath = servletPath;

        assertThat(ask(settings("https://api.example.com/orders", ""))).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.status).isZero();
    }

    @Test
    void withoutAResourceIdThereIsNone() {
        exchange.servletPath = WELL_KNOWN;

        assertThat(ask(settings(Optional.empty()))).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.status).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyChallengePointsToIt(boolean malformed) {
        exchange.isProtected = true;
        if (malformed) {
            exchange.header("Authorization", "Bearer once", "Bearer twice");
        }
        ask(settings("https://api.example.com/orders", ""));

        assertThat(exchange.responseHeaders.get("WWW-Authenticate"))
                .startsWith("Bearer realm=\"cognito\"")
                .endsWith(
                        ", resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/orders\"");
    }

    @Test
    void anAnswerWithoutAChallengeStaysSo() {
        Optional<ProtectedResource> resource =
                Optional.of(new ProtectedResource(URI.create("https://api.example.com"), ""));

        assertThat(Challenge.FORBIDDEN.pointingTo(resource)).isSameAs(Challenge.FORBIDDEN);
        assertThat(Challenge.SIGN_IN.pointingTo(Optional.empty())).isSameAs(Challenge.SIGN_IN);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com/.well-known/oauth-protected-resource",
        "https://api.example.com/, https://api.example.com/.well-known/oauth-protected-resource",
        "https://api.example.com:8443/a/b, https://api.example.com:8443/.well-known/oauth-protected-resource/a/b",
        "https://api.example.com/a/, https://api.example.com/.well-known/oauth-protected-resource/a/",
        "https://api.example.com/a?b=c, https://api.example.com/.well-known/oauth-protected-resource/a?b=c",
        "https://api.example.com/?b=c, https://api.example.com/.well-known/oauth-protected-resource?b=c",
        "https://api.example.com/%20, https://api.example.com/.well-known/oauth-protected-resource/%20",
    })
    void theWellKnownPathStandsBetweenHostAndPath(URI resource, URI metadata) {
        assertThat(new ProtectedResource(resource, "").metadata()).isEqualTo(metadata);
    }

    private String body() {
        return exchange.body.toString(StandardCharsets.UTF_8);
    }

    private AuthenticationStatus ask(CognitoSettings settings) {
        return new CognitoAuthenticationMechanism(
                        credential -> CredentialValidationResult.INVALID_RESULT,
                        new RequestCaller(),
                        settings,
                        Logins.NONE,
                        PasswordLogins.NONE,
                        FakeExchange.NO_SECURITY_CONTEXT,
                        SignOutListener.NONE)
                .validateRequest(exchange.request(), exchange.response(), exchange.context());
    }

    private static CognitoSettings settings(String resource, String name, String... scopes) {
        return settings(Optional.of(new ProtectedResource(URI.create(resource), name)), scopes);
    }

    private static CognitoSettings settings(Optional<ProtectedResource> resource, String... scopes) {
        UserPoolConfig pool = new UserPoolConfig(
                "eu-west-1_One",
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of(UPDATED, ORIGINAL),
                new KeyLocation.Published(URI.create(ORIGINAL + "/.well-known/jwks.json")));
        return TestSettings.verifying(new VerificationConfig(
                        List.of(pool), BearerTokens.ACCESS, Set.of(scopes), Set.of(), "cognito:groups", Duration.ZERO))
                .protectedResource(resource)
                .build();
    }
}
