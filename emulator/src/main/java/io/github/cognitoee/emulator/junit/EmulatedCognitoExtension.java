package io.github.cognitoee.emulator.junit;

import io.github.cognitoee.emulator.EmulatorConfig;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Runs the emulators of {@link EmulatedCognito}. One that a class shares is kept with the class that carries the
 * annotation, one of a single test with that test, so that JUnit closes each in time.
 */
final class EmulatedCognitoExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EmulatedCognitoExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext home = home(context);
        config(home); // wrong ones are told before the first test
        if (annotation(home).systemProperties()) {
            keep(
                    home,
                    SystemProperties.class,
                    () -> new SystemProperties(shared(home).configuration()));
        }
        Class<?> testClass = context.getRequiredTestClass();
        fields(testClass, Modifier::isStatic).forEach(field -> set(field, null, shared(home)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isConcurrent(context)) {
            requireNothingShared(context);
        } else {
            shared(home(context)).reset();
        }
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            fields(instance.getClass(), modifiers -> !Modifier.isStatic(modifiers))
                    .forEach(field -> set(field, instance, live(context)));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return LiveCognito.hasPart(type) && (type != URI.class || parameter.isAnnotated(Emulated.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return live(context).part(parameter.getParameter().getType());
    }

    /** The emulator of a test, or that of a class outside of its tests. */
    private static LiveCognito live(ExtensionContext context) {
        return context.getTestMethod().isPresent() && isConcurrent(context)
                ? keep(context, LiveCognito.class, () -> start(home(context)))
                : shared(home(context));
    }

    private static boolean isConcurrent(ExtensionContext test) {
        return test.getExecutionMode() == ExecutionMode.CONCURRENT;
    }

    private static LiveCognito shared(ExtensionContext home) {
        return keep(home, LiveCognito.class, () -> start(home));
    }

    private static LiveCognito start(ExtensionContext home) {
        return new LiveCognito(config(home), annotation(home).issuer());
    }

    private static EmulatorConfig config(ExtensionContext home) {
        return keep(
                home, EmulatorConfig.class, () -> AnnotatedConfig.of(home.getRequiredTestClass(), annotation(home)));
    }

    /** Makes something once for a class or test, to be closed with it. */
    private static <T> T keep(ExtensionContext context, Class<T> type, Supplier<T> source) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Key.of(context, type), key -> source.get(), type);
    }

    /** Names its owner, because a store finds what the stores around it hold. */
    private record Key(String owner, Class<?> type) {

        static Key of(ExtensionContext context, Class<?> type) {
            return new Key(context.getUniqueId(), type);
        }
    }

    /** The innermost class that carries the annotation. */
    private static ExtensionContext home(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            ExtensionContext candidate = at.get();
            if (candidate.getTestMethod().isEmpty() && find(candidate).isPresent()) {
                return candidate;
            }
            at = candidate.getParent();
        }
        throw new ExtensionConfigurationException(
                "@EmulatedCognito stands on no class around " + context.getDisplayName());
    }

    private static EmulatedCognito annotation(ExtensionContext home) {
        return find(home).orElseThrow();
    }

    private static Optional<EmulatedCognito> find(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), EmulatedCognito.class);
    }

    private static void requireNothingShared(ExtensionContext test) {
        ExtensionContext home = home(test);
        if (home.getStore(NAMESPACE).get(Key.of(home, LiveCognito.class)) != null) {
            throw wrong(
                    test,
                    "its tests run concurrently, each with an emulator of its own, but something was asked of one for"
                            + " the whole class: by a static field, a constructor, @BeforeAll or systemProperties."
                            + " Let the tests run in @Execution(SAME_THREAD), or ask in the tests alone");
        }
        boolean oneInstance = test.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        if (oneInstance
                && !fields(test.getRequiredTestClass(), modifiers -> true).isEmpty()) {
            throw wrong(
                    test,
                    "its tests run concurrently, each with an emulator of its own, but they share one instance and so"
                            + " its @Emulated fields; take parameters instead");
        }
    }

    private static List<Field> fields(Class<?> type, Predicate<Integer> modifiers) {
        return AnnotationSupport.findAnnotatedFields(
                type, Emulated.class, field -> modifiers.test(field.getModifiers()), HierarchyTraversalMode.TOP_DOWN);
    }

    private static void set(Field field, @Nullable Object instance, LiveCognito live) {
        String name = field.getDeclaringClass().getName() + "." + field.getName();
        if (!LiveCognito.hasPart(field.getType())) {
            throw new ExtensionConfigurationException("@Emulated of " + name + ": found type "
                    + field.getType().getSimpleName() + ", expected one of " + LiveCognito.partNames());
        }
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException("@Emulated of " + name + ": the field is final");
        }
        try {
            field.setAccessible(true);
            field.set(instance, live.part(field.getType()));
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("@Emulated of " + name + ": " + e.getMessage(), e);
        }
    }

    private static ExtensionConfigurationException wrong(ExtensionContext context, String problem) {
        return new ExtensionConfigurationException(
                "@EmulatedCognito of " + home(context).getRequiredTestClass().getName() + ": " + problem);
    }
}
