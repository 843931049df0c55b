package io.github.cognitoee.examples.demo;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands {@link Demo.Running} to test classes: the demo as a reader runs it, started for the first and stopped after the last. */
final class SharedDemo implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.Running.class;
    }

    @Override
    public Demo.Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedDemo.class))
                .getOrComputeIfAbsent(Started.class, type -> Started.now(), Started.class)
                .running();
    }

    /** Closed by JUnit. */
    private record Started(Demo demo, Demo.Running running) implements AutoCloseable {

        static Started now() {
            Demo demo = new Demo(
                    new DemoOptions(
                            0,
                            0,
                            Path.of(System.getProperty("demo.server")),
                            Path.of(System.getProperty("demo.directory"))),
                    System.out);
            try {
                return new Started(demo, demo.start());
            } catch (InterruptedException e) {
                demo.close();
                throw new IllegalStateException(e);
            } catch (RuntimeException | Error e) {
                demo.close();
                throw e;
            }
        }

        @Override
        public void close() {
            demo.close();
        }
    }
}
