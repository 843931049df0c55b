package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnModuleTest {

    private final OwnModule own = new OwnModule(OwnModule.class);

    private Class<?> copy;

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        copy = Copies.of(OwnModule.class, folder, "orders.war");
    }

    @Test
    void classesThatTheLibrarySeesAreOfTheModule() {
        assertThat(own.has(OwnModuleTest.class)).isTrue();
        assertThat(own.has(String.class)).isTrue();
    }

    @Test
    void classesThatSeeTheLibraryAre() {
        Class<?> ofWar = classIn(new ClassLoader(OwnModule.class.getClassLoader()) {});

        assertThat(own.has(ofWar)).isTrue();
    }

    @Test
    void classesThatDoNeitherAreNot() {
        Class<?> ofOtherWar = classIn(new ClassLoader(ClassLoader.getPlatformClassLoader()) {});

        assertThat(own.has(ofOtherWar)).isFalse();
        assertThat(own.isInCopy(ofOtherWar)).isFalse();
    }

    @Test
    void theLibraryInAnotherWarIsACopy() {
        assertThat(own.has(copy)).isFalse();
        assertThat(own.isInCopy(copy)).isTrue();
        assertThat(own.isInCopy(OwnModule.class)).isFalse();
    }

    @Test
    void classesOfAWarThatHasItAreOfThatCopy() {
        Class<?> ofWarWithCopy = classIn(new ClassLoader(copy.getClassLoader()) {});

        assertThat(own.has(ofWarWithCopy)).isFalse();
        assertThat(own.isInCopy(ofWarWithCopy)).isTrue();
    }

    @Test
    void eachCopyHasIdsOfItsOwn() {
        assertThat(own.idOf(String.class)).isEqualTo("java.lang.String");
        assertThat(new OwnModule(copy).idOf(String.class)).isEqualTo("java.lang.String of orders.war");
    }

    @Test
    void classLoadersThatAreNoModulesKeepNothingApart() {
        assertThat(own.isKeptApart()).isFalse();
    }

    private static Class<?> classIn(ClassLoader loader) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null)
                .getClass();
    }
}
