package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.internal.signing.SignedFeatureProducer;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.ws.rs.core.Feature;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

class GuestUseTest {

    @SuppressWarnings("unused")
    private static final class Application {

        @CognitoGuestCredentials
        private AwsCredentialsProvider injected;

        @CognitoGuestCredentials
        private Instance<AwsCredentialsProvider> lookedUp;

        @CognitoSigned(service = "execute-api", guest = true)
        private Feature signing;

        @CognitoCredentials
        private AwsCredentialsProvider callers;

        @CognitoSigned(service = "execute-api")
        private Feature callersSigning;
    }

    private final CognitoExtension extension = new CognitoExtension();

    @ParameterizedTest
    @ValueSource(strings = {"injected", "lookedUp", "signing"})
    void whatIsInjectedForGuestsShowsThatThereMayBeSome(String field) throws NoSuchFieldException {
        process(field);

        assertThat(extension.guestUse().anywhere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callers", "callersSigning"})
    void whatIsInjectedForCallersDoesNot(String field) throws NoSuchFieldException {
        process(field);

        assertThat(extension.guestUse().anywhere()).isFalse();
    }

    @Test
    void norDoesTheLibraryItself() {
        process(
                SignedFeatureProducer.class.getDeclaredConstructors()[0],
                Application.class.getDeclaredFields()[0].getAnnotation(CognitoGuestCredentials.class));

        assertThat(extension.guestUse().anywhere()).isFalse();
    }

    private void process(String field) throws NoSuchFieldException {
        process(
                Application.class.getDeclaredField(field),
                Application.class.getDeclaredField(field).getAnnotations()[0]);
    }

    @SuppressWarnings("unchecked")
    private void process(Member member, Annotation qualifier) {
        InjectionPoint injectionPoint = (InjectionPoint) Proxy.newProxyInstance(
                GuestUseTest.class.getClassLoader(),
                new Class<?>[] {InjectionPoint.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getMember" -> member;
                    case "getQualifiers" -> Set.of(qualifier);
                    case "toString" -> member.toString();
                    default -> throw new AssertionError(method);
                });
        ProcessInjectionPoint<Object, Object> event = (ProcessInjectionPoint<Object, Object>) Proxy.newProxyInstance(
                GuestUseTest.class.getClassLoader(),
                new Class<?>[] {ProcessInjectionPoint.class},
                (self, method, arguments) -> injectionPoint);
        extension.noteGuests(event);
        extension.noteSigned(event);
    }
}
