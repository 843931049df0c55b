package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.SettingsReader;
import io.smallrye.jwt.auth.cdi.PrincipalProducer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;

/** The server's own MicroProfile JWT may take over where the library is switched off, and only there. */
class SwitchedOffTest {

    private static final SettingsReader ON = new SettingsReader(List.of());
    private static final SettingsReader OFF =
            new SettingsReader(List.of(ConfigSource.of("test", Map.of("cognito.enabled", "false"))));
    private static final SettingsReader NEITHER =
            new SettingsReader(List.of(ConfigSource.of("test", Map.of("cognito.enabled", "maybe"))));

    @LoginConfig(authMethod = "MP-JWT")
    static class ServersMicroProfileJwt {}

    private final List<Object> calls = new ArrayList<>();

    @Test
    void theServersOwnMicroProfileJwtIsRefusedOnlyWhereTheLibraryIsOn() {
        assertThat(problems(new ClaimsExtension(ON))).singleElement().asString().contains("COG-0020");
        assertThat(problems(new ClaimsExtension(NEITHER))).hasSize(1);
        assertThat(problems(new ClaimsExtension(OFF))).isEmpty();
    }

    @Test
    void beansOfTheServersOwnCopyAreVetoedOnlyWhereTheLibraryIsOn() throws Exception {
        Class<?> serversCopy = new ServersLoader().loadClass(PrincipalProducer.class.getName());

        assertThat(isVetoed(new CognitoExtension(ON), serversCopy)).isTrue();
        assertThat(isVetoed(new CognitoExtension(OFF), serversCopy)).isFalse();
    }

    @Test
    void beansOfTheCopyThatComesWithTheLibraryAreVetoedInAnyCase() {
        assertThat(isVetoed(new CognitoExtension(ON), PrincipalProducer.class)).isTrue();
        assertThat(isVetoed(new CognitoExtension(OFF), PrincipalProducer.class)).isTrue();
        assertThat(isVetoed(new CognitoExtension(ON), String.class)).isFalse();
    }

    private List<Object> problems(ClaimsExtension extension) {
        extension.checkLogin(found(ServersMicroProfileJwt.class));
        calls.clear();
        extension.tellProblems(fake(AfterBeanDiscovery.class, (proxy, method, arguments) -> calls.add(arguments[0])));
        return List.copyOf(calls);
    }

    private boolean isVetoed(CognitoExtension extension, Class<?> type) {
        calls.clear();
        extension.vetoForeignBeans(found(type));
        return calls.contains("veto");
    }

    private <T> ProcessAnnotatedType<T> found(Class<T> type) {
        AnnotatedType<?> annotated = fake(AnnotatedType.class, (proxy, method, arguments) -> type);
        return fake(ProcessAnnotatedType.class, (proxy, method, arguments) -> {
            calls.add(method.getName());
            return method.getName().equals("getAnnotatedType") ? annotated : null;
        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T fake(Class<? super T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(SwitchedOffTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** Has its own copy of smallrye-jwt, as a server's module has. */
    private static final class ServersLoader extends ClassLoader {

        ServersLoader() {
            super(SwitchedOffTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.smallrye.jwt.")) {
                return super.loadClass(name, resolve);
            }
            try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
