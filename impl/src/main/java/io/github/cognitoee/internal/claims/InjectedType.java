package io.github.cognitoee.internal.claims;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.jspecify.annotations.Nullable;

/**
 * The type of an injection point for a claim, taken apart.
 *
 * @param claim the type of the claim itself; null for a {@link ClaimValue} that names none, and has the claim as {@link
 *     org.eclipse.microprofile.jwt.JsonWebToken#getClaim(String)} does
 * @param optional whether the application wants it in an {@link Optional}
 * @param perCall whether the claim is read whenever the application asks, and not once, when it is injected
 */
record InjectedType(@Nullable ClaimType claim, boolean optional, boolean perCall) implements Serializable {

    private static final Set<Type> LOOKUPS = Set.of(Provider.class, Instance.class);

    /** Empty where MicroProfile JWT does not know the type. */
    static Optional<InjectedType> of(Type type) {
        if (argument(type, LOOKUPS).isPresent()) {
            return argument(type, LOOKUPS).flatMap(InjectedType::ofInjected).map(InjectedType::readPerCall);
        }
        return ofInjected(type);
    }

    private static Optional<InjectedType> ofInjected(Type type) {
        if (type == ClaimValue.class) {
            return Optional.of(new InjectedType(null, false, true));
        }
        Optional<Type> held = argument(type, Set.of(ClaimValue.class));
        return held.isPresent() ? held.flatMap(InjectedType::ofValue).map(InjectedType::readPerCall) : ofValue(type);
    }

    private static Optional<InjectedType> ofValue(Type type) {
        Optional<Type> wrapped = argument(type, Set.of(Optional.class));
        return ClaimType.of(wrapped.orElse(type)).map(claim -> new InjectedType(claim, wrapped.isPresent(), false));
    }

    private InjectedType readPerCall() {
        return new InjectedType(claim, optional, true);
    }

    /** The type argument of a type that is one of these with an argument. */
    private static Optional<Type> argument(Type type, Set<Type> generic) {
        return type instanceof ParameterizedType parameterized && generic.contains(parameterized.getRawType())
                ? Optional.of(parameterized.getActualTypeArguments()[0])
                : Optional.empty();
    }
}
