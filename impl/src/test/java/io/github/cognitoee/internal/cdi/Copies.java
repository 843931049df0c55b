package io.github.cognitoee.internal.cdi;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library's classes once more, as another WAR of an EAR brings them. */
final class Copies {

    private Copies() {}

    /** The class in a WAR of its own below this folder, whose classes see no others of the library. */
    static Class<?> of(Class<?> type, Path folder, String war) throws IOException {
        Path classes = folder.resolve(war).resolve("WEB-INF/classes");
        String file = type.getName().replace('.', '/') + ".class";
        Files.createDirectories(classes.resolve(file).getParent());
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
            Files.copy(bytes, classes.resolve(file));
        }
        return load(type.getName(), classes);
    }

    private static Class<?> load(String name, Path classes) throws MalformedURLException {
        URL[] urls = {classes.toUri().toURL()};
        try {
            return Class.forName(name, false, new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
