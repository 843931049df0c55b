package io.github.cognitoee.internal.claims;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.EnumSet;
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
 */
record InjectedType(@Nullable ClaimType claim, boolean optional, Access access) implements Serializable {

    /** How the application comes by the claim. */
    enum Access {
        /** It is injected: once, and the same for as long as its holder lives. */
        ONCE,
        /** It is looked up with {@link Provider} or {@link Instance}, anew each time. */
        LOOKUP,
        /** It is asked of a {@link ClaimValue}, anew each time. */
        CLAIM_VALUE
    }

    private static final Set<Type> LOOKUPS = Set.of(Provider.class, Instance.class);

    private static final Set<ClaimType> SERIALIZABLE =
            EnumSet.of(ClaimType.STRING, ClaimType.LONG, ClaimType.BOOLEAN, ClaimType.STRINGS);

    /** Empty where MicroProfile JWT does not know the type. */
    static Optional<InjectedType> of(Type type) {
        Optional<Type> lookedUp = argument(type, LOOKUPS);
        return lookedUp.isPresent()
                ? lookedUp.flatMap(InjectedType::ofInjected).map(InjectedType::lookedUp)
                : ofInjected(type);
    }

    private static Optional<InjectedType> ofInjected(Type type) {
        if (type == ClaimValue.class) {
            return Optional.of(new InjectedType(null, false, Access.CLAIM_VALUE));
        }
        Optional<Type> held = argument(type, Set.of(ClaimValue.class));
        return held.isPresent() ? held.flatMap(asked -> of(asked, Access.CLAIM_VALUE)) : of(type, Access.ONCE);
    }

    private static Optional<InjectedType> of(Type type, Access access) {
        Optional<Type> wrapped = argument(type, Set.of(Optional.class));
        return ClaimType.of(wrapped.orElse(type)).map(claim -> new InjectedType(claim, wrapped.isPresent(), access));
    }

    private InjectedType lookedUp() {
        return access == Access.ONCE ? new InjectedType(claim, optional, Access.LOOKUP) : this;
    }

    /** Whether CDI lets a bean that servers store between requests have it. */
    boolean isSerializable() {
        return access == Access.CLAIM_VALUE || (!optional && SERIALIZABLE.contains(claim));
    }

    /** The type argument of a type that is one of these with an argument. */
    private static Optional<Type> argument(Type type, Set<Type> generic) {
        return type instanceof ParameterizedType parameterized && generic.contains(parameterized.getRawType())
                ? Optional.of(parameterized.getActualTypeArguments()[0])
                : Optional.empty();
    }
}
