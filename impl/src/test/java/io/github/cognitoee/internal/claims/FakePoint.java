package io.github.cognitoee.internal.claims;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of a test's class as an injection point: of a bean, or of a component that is none. */
record FakePoint(Field field, @Nullable Bean<?> bean) implements InjectionPoint {

    static FakePoint of(Class<?> holder, String field) {
        return new FakePoint(fieldOf(holder, field), null);
    }

    static FakePoint of(Class<?> holder, String field, Class<? extends Annotation> scope) {
        return new FakePoint(fieldOf(holder, field), new FakeBean(holder, scope));
    }

    /** A field that the bean's superclass declares. */
    static FakePoint inherited(Class<?> holder, String field, Class<? extends Annotation> scope) {
        Class<?> declaring = holder;
        while (Arrays.stream(declaring.getDeclaredFields())
                .noneMatch(each -> each.getName().equals(field))) {
            declaring = declaring.getSuperclass();
        }
        return new FakePoint(fieldOf(declaring, field), new FakeBean(holder, scope));
    }

    private static Field fieldOf(Class<?> holder, String field) {
        try {
            return holder.getDeclaredField(field);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Type getType() {
        return field.getGenericType();
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Arrays.stream(field.getAnnotations())
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Qualifier.class))
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable Bean<?> getBean() {
        return bean;
    }

    @Override
    public Field getMember() {
        return field;
    }

    @Override
    public @Nullable Annotated getAnnotated() {
        return null;
    }

    @Override
    public boolean isDelegate() {
        return false;
    }

    @Override
    public boolean isTransient() {
        return false;
    }

    private record FakeBean(Class<?> type, Class<? extends Annotation> scope) implements Bean<Object> {

        @Override
        public Class<?> getBeanClass() {
            return type;
        }

        @Override
        public Class<? extends Annotation> getScope() {
            return scope;
        }

        @Override
        public Set<InjectionPoint> getInjectionPoints() {
            return Set.of();
        }

        @Override
        public Set<Type> getTypes() {
            return Set.of(type);
        }

        @Override
        public Set<Annotation> getQualifiers() {
            return Set.of();
        }

        @Override
        public @Nullable String getName() {
            return null;
        }

        @Override
        public Set<Class<? extends Annotation>> getStereotypes() {
            return Set.of();
        }

        @Override
        public boolean isAlternative() {
            return false;
        }

        @Override
        public Object create(CreationalContext<Object> context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy(Object instance, CreationalContext<Object> context) {
            throw new UnsupportedOperationException();
        }
    }
}
