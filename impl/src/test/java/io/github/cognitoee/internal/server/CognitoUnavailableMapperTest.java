package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoUnavailableMapperTest {

    private static class Mapper<T extends Throwable> implements ExceptionMapper<T> {

        @Override
        public Response toResponse(T thrown) {
            throw new AssertionError(thrown);
        }
    }

    private static final class OfServer<T extends Throwable> extends Mapper<T> {}

    @ParameterizedTest
    @ValueSource(classes = {CognitoException.class, RuntimeException.class, Exception.class})
    void aMapperOfTheApplicationForAnExceptionAboveComesFirst(Class<?> mapped) {
        ExceptionMapper<?> ofApplication = new Mapper<>();

        assertThat(CognitoUnavailableMapper.ofApplication(
                        providers(Map.of(mapped, ofApplication, Throwable.class, new OfServer<>()))))
                .containsSame(cast(ofApplication));
        assertThat(CognitoUnavailableMapper.ofApplication(providers(Map.of(mapped, ofApplication))))
                .as("on a server that has none for anything")
                .containsSame(cast(ofApplication));
    }

    @Test
    void aMapperForAnythingDoesNotAsItMayBeTheServers() {
        assertThat(CognitoUnavailableMapper.ofApplication(providers(Map.of(Throwable.class, new OfServer<>()))))
                .isEmpty();
    }

    @Test
    void norDoesTheMapperForTheVeryException() {
        assertThat(CognitoUnavailableMapper.ofApplication(
                        providers(Map.of(CognitoUnavailableException.class, new CognitoUnavailableMapper()))))
                .as("ours")
                .isEmpty();
    }

    /** By the nearest class above, as REST has it (Jakarta RESTful Web Services section 4.4). */
    private static Providers providers(Map<Class<?>, ExceptionMapper<?>> mappers) {
        return (Providers) Proxy.newProxyInstance(
                CognitoUnavailableMapperTest.class.getClassLoader(),
                new Class<?>[] {Providers.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getExceptionMapper");
                    return Stream.<Class<?>>iterate(
                                    (Class<?>) arguments[0], type -> type != null, type -> type.getSuperclass())
                            .filter(mappers::containsKey)
                            .findFirst()
                            .map(mappers::get)
                            .orElse(null);
                });
    }

    @SuppressWarnings("unchecked")
    private static ExceptionMapper<CognitoException> cast(ExceptionMapper<?> mapper) {
        return (ExceptionMapper<CognitoException>) mapper;
    }
}
