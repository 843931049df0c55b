package io.github.cognitoee.internal.security4;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.LoginParameters;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.internal.mechanism.TestMechanisms;
import io.github.cognitoee.internal.session.LoginApplication;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoElseOtherHandlerTest {

    private final List<String> asked = new ArrayList<>();
    private final FakeCognito cognito = new FakeCognito();
    private final FakeExchange exchange = new FakeExchange();
    private CognitoElseOtherHandler handler = new CognitoElseOtherHandler(only(cognito), all(cognito, new Other()));

    @Test
    void whatPresentsWhatCognitoJudgesIsCognitos() throws AuthenticationException {
        cognito.isPresented = true;

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        secureResponse();
        cleanSubject();

        assertThat(asked).containsExactly("Cognito validates", "Cognito secures", "Cognito cleans");
    }

    @Test
    void itStaysSoWhenTheSessionEndsInTheRequest() throws AuthenticationException {
        cognito.isPresented = true;
        validate(exchange);
        cognito.isPresented = false;

        validate(exchange);
        secureResponse();
        cleanSubject();

        assertThat(asked)
                .containsExactly("Cognito validates", "Cognito validates", "Cognito secures", "Cognito cleans");
    }

    @Test
    void whatDoesNotIsTheOthers() throws AuthenticationException {
        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        secureResponse();
        cleanSubject();

        assertThat(asked)
                .containsExactly(
                        "Cognito leaves it", "other validates", "other secures", "Cognito is told", "other cleans");
    }

    @Test
    void itStaysSoWhateverThereIsInTheRequestLater() throws AuthenticationException {
        validate(exchange);
        cognito.isPresented = true;

        secureResponse();
        cleanSubject();

        assertThat(asked)
                .containsExactly(
                        "Cognito leaves it", "other validates", "other secures", "Cognito is told", "other cleans");
    }

    @Test
    void theWayToManagedLoginIsCognitosInARequestOfTheOtherToo() throws AuthenticationException {
        validate(exchange);
        exchange.parameters.credential(LoginParameters.none());

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        secureResponse();

        assertThat(asked).containsExactly("Cognito leaves it", "other validates", "Cognito validates", "other secures");
    }

    @Test
    void eachRequestIsChosenForByItself() throws AuthenticationException {
        cognito.isPresented = true;
        validate(exchange);
        cognito.isPresented = false;

        validate(new FakeExchange());

        assertThat(asked).containsExactly("Cognito validates", "Cognito leaves it", "other validates");
    }

    @Test
    void aServerThatAsksForNobodyBeforeTheSignOutIsServedToo() {
        cleanSubject();
        assertThat(asked).containsExactly("Cognito is told", "other cleans");
    }

    @Test
    void theOtherSignsOutWhateverBecomesOfWhatIsKept() {
        cognito.failure = Optional.of(new IllegalStateException("a cache is down"));

        assertThatThrownBy(this::cleanSubject).hasMessage("a cache is down");
        assertThat(asked).containsExactly("Cognito is told", "other cleans");
    }

    @Test
    void whereThereIsNoOtherAllIsCognitos() throws AuthenticationException {
        handler = new CognitoElseOtherHandler(only(cognito), all(cognito));

        validate(exchange);
        secureResponse();
        cleanSubject();

        assertThat(asked).containsExactly("Cognito validates", "Cognito secures", "Cognito cleans");
    }

    @Test
    void betweenMoreTheApplicationHasToChoose() {
        assertThatThrownBy(() -> new CognitoElseOtherHandler(only(cognito), all(cognito, new Other(), new Other())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("beside Cognito's there are 2 authentication mechanisms; write an"
                        + " HttpAuthenticationMechanismHandler that chooses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SESSION", "COOKIE"})
    void whoSignsOutInTheRequestThatSignedThemInIsSignedOut(String tokenStore) throws Exception {
        try (LoginApplication application = new LoginApplication()
                .with("cognito.accepts", "FORM")
                .with("cognito.session.token-store", tokenStore)) {
            application.signInPool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
            FakeBrowser browser = new FakeBrowser();
            FakeExchange page = browser.asksFor("/albums");
            CognitoAuthenticationMechanism mechanism =
                    TestMechanisms.of(application, new RequestCaller(), () -> securityContext(page));
            handler = new CognitoElseOtherHandler(only(mechanism), all(mechanism));
            validate(page);
            page.wrapped().login("alice", "Alice-Passw0rd");

            handler.cleanSubject(page.request(), page.response(), page.context());

            assertThat(application.signInPool.asked)
                    .containsExactly("signIn alice Alice-Passw0rd", "signOut refresh-1");
            FakeExchange next = browser.takes(page.setCookies).asksFor("/albums");
            assertThat(application.sessions().find(next.request())).isEmpty();
        }
    }

    @Test
    void aCapturedIdentityIsNotForTheRequestsOfTheOthersCallers() throws AuthenticationException {
        try (LoginApplication application = new LoginApplication()) {
            Requests requests = new Requests();
            CognitoAuthenticationMechanism mechanism = TestMechanisms.of(application, requests.requestCaller());
            handler = new CognitoElseOtherHandler(only(mechanism), all(mechanism, new Other()));
            VerifiedJwt token = verified(idToken(Map.of()));
            CognitoCallerPrincipal captured =
                    new CognitoCallerPrincipal("alice", token, Set.of(), () -> new IdToken(token));
            requests.blank();
            assertThat(requests.currentCaller().isAnotherThan(captured))
                    .as("where no request is served")
                    .isFalse();

            validate(exchange);

            assertThat(asked).containsExactly("other validates");
            assertThat(requests.currentCaller().isAnotherThan(captured)).isTrue();
        }
    }

    private AuthenticationStatus validate(FakeExchange of) throws AuthenticationException {
        return handler.validateRequest(of.request(), of.response(), of.context());
    }

    private void secureResponse() throws AuthenticationException {
        handler.secureResponse(exchange.request(), exchange.response(), exchange.context());
    }

    private void cleanSubject() {
        handler.cleanSubject(exchange.request(), exchange.response(), exchange.context());
    }

    /** Asks the handler again, as containers do. */
    private SecurityContext securityContext(FakeExchange of) {
        return proxy(SecurityContext.class, (self, method, arguments) -> {
            AuthenticationParameters passed = (AuthenticationParameters) arguments[2];
            of.isAuthenticationRequest = true;
            of.parameters.newAuthentication(true).credential(passed.getCredential());
            return validate(of);
        });
    }

    /** What CDI injects for the mechanism itself. */
    @SuppressWarnings("unchecked")
    private static Instance<CognitoAuthenticationMechanism> only(CognitoAuthenticationMechanism mechanism) {
        return proxy(Instance.class, (self, method, arguments) -> mechanism);
    }

    /** What CDI injects for all mechanisms, of which the first is a bean of Cognito's. */
    @SuppressWarnings("unchecked")
    private static Instance<HttpAuthenticationMechanism> all(
            CognitoAuthenticationMechanism cognito, HttpAuthenticationMechanism... others) {
        return proxy(
                Instance.class,
                (self, method, arguments) -> Stream.concat(
                        Stream.of(handle(cognito, CognitoAuthenticationMechanism.class)),
                        Stream.of(others).map(other -> handle(other, other.getClass()))));
    }

    @SuppressWarnings("unchecked")
    private static Instance.Handle<HttpAuthenticationMechanism> handle(
            HttpAuthenticationMechanism mechanism, Class<?> beanClass) {
        Bean<?> bean = proxy(Bean.class, (self, method, arguments) -> beanClass);
        return proxy(Instance.Handle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBean" -> bean;
            case "get" -> mechanism;
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Cognito's, which writes down what it is asked. */
    private final class FakeCognito extends CognitoAuthenticationMechanism {

        private boolean isPresented;
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        public boolean isPresentedIn(HttpServletRequest request) {
            return isPresented;
        }

        @Override
        public void leaveToOther(HttpServletRequest request) {
            asked.add("Cognito leaves it");
        }

        @Override
        public void tellOfSignOut(HttpServletRequest request) {
            asked.add("Cognito is told");
            failure.ifPresent(thrown -> {
                throw thrown;
            });
        }

        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("Cognito validates");
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public AuthenticationStatus secureResponse(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("Cognito secures");
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("Cognito cleans");
        }
    }

    /** Another's. */
    private final class Other implements HttpAuthenticationMechanism {

        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("other validates");
            return AuthenticationStatus.NOT_DONE;
        }

        @Override
        public AuthenticationStatus secureResponse(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("other secures");
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            asked.add("other cleans");
        }
    }
}
