package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.Problem;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A qualifier without members as an instance, made of its class. Behaves as {@link Annotation} demands, so that containers
 * find it equal to the one at an injection point.
 */
final class QualifierLiteral implements InvocationHandler {

    private final Class<?> type;

    private QualifierLiteral(Class<?> type) {
        this.type = type;
    }

    /** @throws io.github.cognitoee.CognitoConfigurationException when the class is no qualifier, or one with members */
    static Annotation of(Class<?> type) {
        if (!type.isAnnotation()
                || !type.isAnnotationPresent(Qualifier.class)
                || type.getDeclaredMethods().length > 0) {
            throw Problem.QUALIFIERS.exception("qualifiers of @CognitoAuthenticationMechanismDefinition names "
                    + type.getName() + ", expected an annotation that is a @Qualifier and has no members");
        }
        return (Annotation)
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new QualifierLiteral(type));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "equals" -> arguments != null && type.isInstance(arguments[0]);
            case "hashCode" -> 0;
            case "toString" -> "@" + type.getName() + "()";
            default -> throw new IllegalStateException(method + " on a qualifier without members");
        };
    }
}
