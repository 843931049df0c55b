package io.github.cognitoee.internal.claims;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import jakarta.decorator.Decorator;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings({"unused", "rawtypes"})
class DeploymentCheckTest {

    private static final String HERE = DeploymentCheckTest.class.getName();

    static class Known {
        @Claim("c")
        String string;

        @Claim("c")
        Long wrapped;

        @Claim("c")
        long primitive;

        @Claim("c")
        Boolean truth;

        @Claim("c")
        boolean primitiveTruth;

        @Claim("c")
        Set<String> strings;

        @Claim("c")
        JsonValue json;

        @Claim("c")
        JsonString jsonString;

        @Claim("c")
        JsonNumber jsonNumber;

        @Claim("c")
        JsonArray jsonArray;

        @Claim("c")
        JsonObject jsonObject;

        @Claim("c")
        Optional<Set<String>> optional;

        @Claim("c")
        ClaimValue<Optional<JsonObject>> optionalValue;

        @Claim("c")
        ClaimValue whatever;

        @Claim("c")
        Provider<Optional<Boolean>> provider;

        @Claim("c")
        Instance<ClaimValue<Long>> instance;

        @Claim(value = "iat", standard = Claims.iat)
        Long sameNameTwice;

        Integer noClaimAtAll;
    }

    static class Unknown {
        @Claim("c")
        Integer integer;

        @Claim("c")
        int primitive;

        @Claim("c")
        Object anything;

        @Claim("c")
        JsonStructure structure;

        @Claim("c")
        Optional optional;

        @Claim("c")
        Set set;

        @Claim("c")
        Set<Long> numbers;

        @Claim("c")
        List<String> list;

        @Claim("c")
        ClaimValue<Integer> value;

        @Claim("c")
        ClaimValue<ClaimValue<String>> valueOfValue;

        @Claim("c")
        Optional<ClaimValue<String>> optionalValue;

        @Claim("c")
        Provider provider;

        @Claim("c")
        Provider<Provider<String>> providerOfProvider;

        @Claim("c")
        Instance<? extends JsonValue> wildcard;
    }

    static class Misnamed {
        @Claim
        String unnamed;

        @Claim(value = "exp", standard = Claims.iat)
        Long two;
    }

    static class Holders {
        @Claim("c")
        String once;

        @Claim("c")
        ClaimValue<JsonObject> value;

        @Claim("c")
        Provider<Long> lookup;

        @Claim("c")
        Provider<JsonObject> jsonLookup;
    }

    @Stateless
    static class Pooled {
        @Claim("c")
        String once;

        @Claim("c")
        ClaimValue<String> value;
    }

    static class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Claim("c")
        transient Optional<Long> once;

        @Claim("c")
        transient Instance<Long> lookup;
    }

    @Interceptor
    static class Guard extends Holders {}

    @Decorator
    abstract static class Decorated extends Holders {}

    static class Around extends Holders {
        @AroundInvoke
        @Nullable
        Object around(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    static class AroundToo extends Around {}

    abstract static class RequestFilter extends Holders implements ContainerRequestFilter {}

    abstract static class ResponseFilter extends Holders implements ContainerResponseFilter {}

    abstract static class Mapper extends Holders implements ExceptionMapper<IllegalStateException> {}

    abstract static class Reader extends Holders implements MessageBodyReader<String> {}

    abstract static class Writer extends Holders implements MessageBodyWriter<String> {}

    abstract static class AroundReading extends Holders implements ReaderInterceptor {}

    abstract static class AroundWriting extends Holders implements WriterInterceptor {}

    abstract static class Converters extends Holders implements ParamConverterProvider {}

    abstract static class Resolver extends Holders implements ContextResolver<String> {}

    abstract static class RestFeature extends Holders implements Feature {}

    abstract static class MethodFeature extends Holders implements DynamicFeature {}

    static Stream<FakePoint> known() {
        return points(Known.class);
    }

    static Stream<FakePoint> unknown() {
        return points(Unknown.class);
    }

    private static Stream<FakePoint> points(Class<?> holder) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .map(Field::getName)
                .map(field -> FakePoint.of(holder, field, RequestScoped.class));
    }

    @ParameterizedTest
    @MethodSource("known")
    void requestScopedBeanMayHaveClaimsInEachTypeOfMicroProfileJwt(FakePoint point) {
        assertThatCode(() -> DeploymentCheck.of(point)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void otherTypesAreRefused(FakePoint point) {
        assertRefused(
                point,
                "COG-0022: " + HERE + "$Unknown." + point.field().getName() + " has the claim \"c\" injected as "
                        + point.getType().getTypeName()
                        + ", in which MicroProfile JWT knows no claims; expected String,"
                        + " Long, Boolean, Set<String>, JsonValue, JsonString, JsonNumber, JsonArray or JsonObject, or an"
                        + " Optional, ClaimValue, Provider or Instance of one of them");
    }

    @Test
    void claimWithoutANameIsRefused() {
        assertRefused(
                FakePoint.of(Misnamed.class, "unnamed"),
                "COG-0021: " + HERE + "$Misnamed.unnamed names no claim; write @Claim(\"email\") or"
                        + " @Claim(standard = Claims.email)");
    }

    @Test
    void claimWithTwoNamesIsRefused() {
        assertRefused(
                FakePoint.of(Misnamed.class, "two"),
                "COG-0021: " + HERE + "$Misnamed.two names two claims, \"exp\" and Claims.iat; keep one of value and"
                        + " standard");
    }

    @ParameterizedTest
    @ValueSource(classes = {ApplicationScoped.class, SessionScoped.class, Singleton.class})
    void claimIsNotReadOnceForManyCallers(Class<? extends Annotation> scope) {
        assertRefused(
                FakePoint.of(Holders.class, "once", scope),
                "COG-0023: " + HERE
                        + "$Holders.once has the claim \"c\" injected as java.lang.String, once, into something"
                        + " that is @" + scope.getSimpleName()
                        + " and outlives the request: one caller's claim would be"
                        + " shown to the next. Inject ClaimValue<java.lang.String> or Provider<java.lang.String> instead,"
                        + " and read it in each request");
    }

    @Test
    void pooledBeanCountsAsOneThatManyCallersUse() {
        assertThatThrownBy(() -> DeploymentCheck.of(FakePoint.of(Pooled.class, "once", Dependent.class)))
                .hasMessageStartingWith("COG-0023: " + HERE + "$Pooled.once ")
                .hasMessageContaining("something that is @Stateless and outlives the request");
        assertAccepted(FakePoint.of(Pooled.class, "value", Dependent.class));
    }

    @Test
    void servletCountsAsOneThatManyCallersUse() {
        assertThatThrownBy(() -> DeploymentCheck.of(FakePoint.of(Page.class, "once")))
                .hasMessageStartingWith("COG-0023: " + HERE + "$Page.once ")
                .hasMessageContaining("something that is a Servlet and outlives the request");
        assertAccepted(FakePoint.of(Page.class, "lookup"));
    }

    static Stream<Arguments> sharedComponents() {
        return Stream.of(
                Arguments.of(Guard.class, "is @Interceptor"),
                Arguments.of(Decorated.class, "is @Decorator"),
                Arguments.of(Around.class, "has an @AroundInvoke method"),
                Arguments.of(AroundToo.class, "has an @AroundInvoke method"),
                Arguments.of(RequestFilter.class, "is a ContainerRequestFilter"),
                Arguments.of(ResponseFilter.class, "is a ContainerResponseFilter"),
                Arguments.of(Mapper.class, "is a ExceptionMapper"),
                Arguments.of(Reader.class, "is a MessageBodyReader"),
                Arguments.of(Writer.class, "is a MessageBodyWriter"),
                Arguments.of(AroundReading.class, "is a ReaderInterceptor"),
                Arguments.of(AroundWriting.class, "is a WriterInterceptor"),
                Arguments.of(Converters.class, "is a ParamConverterProvider"),
                Arguments.of(Resolver.class, "is a ContextResolver"),
                Arguments.of(RestFeature.class, "is a Feature"),
                Arguments.of(MethodFeature.class, "is a DynamicFeature"));
    }

    @ParameterizedTest
    @MethodSource("sharedComponents")
    void interceptorsDecoratorsAndRestProvidersCountAsWhatManyCallersUse(Class<?> component, String what) {
        assertThatThrownBy(() -> DeploymentCheck.of(FakePoint.inherited(component, "once", Dependent.class)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith("COG-0023: ")
                .hasMessageContaining("something that " + what + " and outlives the request");
        assertAccepted(FakePoint.inherited(component, "value", Dependent.class));
        assertAccepted(FakePoint.inherited(component, "once", RequestScoped.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {ApplicationScoped.class, SessionScoped.class, Singleton.class, Dependent.class})
    void claimThatIsReadAnewMayLiveAnywhere(Class<? extends Annotation> scope) {
        assertAccepted(FakePoint.of(Holders.class, "value", scope));
        assertAccepted(FakePoint.of(Holders.class, "lookup", scope));
    }

    @Test
    void beanThatIsStoredMayNotLookUpWhatCannotBe() {
        assertRefused(
                FakePoint.of(Holders.class, "jsonLookup", SessionScoped.class),
                "COG-0026: " + HERE + "$Holders.jsonLookup has the claim \"c\" injected as"
                        + " jakarta.inject.Provider<jakarta.json.JsonObject> into something that is @SessionScoped and that"
                        + " servers store between requests, for which such a claim cannot be serialised. Inject it as"
                        + " ClaimValue instead");
        assertAccepted(FakePoint.of(Holders.class, "jsonLookup", ApplicationScoped.class));
    }

    @LoginConfig(authMethod = "MP-JWT")
    static class ServersMicroProfileJwt {}

    @LoginConfig(authMethod = "BASIC")
    static class OtherLogin {}

    static class OtherMechanism implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return context.doNothing();
        }
    }

    @Test
    void theServersOwnMicroProfileJwtIsRefused() {
        assertThatThrownBy(() -> DeploymentCheck.of(ServersMicroProfileJwt.class))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0020: " + HERE
                                + "$ServersMicroProfileJwt carries @LoginConfig(authMethod = \"MP-JWT\"), by"
                                + " which the server's own MicroProfile JWT would authenticate callers beside"
                                + " @CognitoAuthenticationMechanismDefinition. Remove it: tokens and claims are injected without it");
    }

    @ParameterizedTest
    @ValueSource(classes = {OtherLogin.class, OtherMechanism.class, Known.class})
    void otherClassesAreNot(Class<?> type) {
        assertThatCode(() -> DeploymentCheck.of(type)).doesNotThrowAnyException();
    }

    private static void assertAccepted(FakePoint point) {
        assertThatCode(() -> DeploymentCheck.of(point)).doesNotThrowAnyException();
    }

    private static void assertRefused(FakePoint point, String message) {
        assertThatThrownBy(() -> DeploymentCheck.of(point))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(message);
    }
}
