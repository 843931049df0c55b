package io.github.cognitoee.internal.claims;

import io.github.cognitoee.ClaimConversionException;
import io.smallrye.jwt.JsonUtils;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.util.Optional;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Inject @Claim ClaimValue<T>} is, and how claims of all other types are read: no state but name and type, so
 * that it may live anywhere and be serialised.
 */
final class InjectedClaim<T> implements ClaimValue<T>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient JsonWebToken token;
    private final String name;
    private final InjectedType type;

    InjectedClaim(JsonWebToken token, String name, InjectedType type) {
        this.token = token;
        this.name = name;
        this.type = type;
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * The claim of the caller of this thread; null, or an empty {@link Optional}, where the caller's token does not have
     * it and where there is no caller.
     *
     * @throws ClaimConversionException where the claim is not of this type
     * @throws io.github.cognitoee.CallerRequiredException on a thread that serves no request
     */
    @Override
    @SuppressWarnings("unchecked") // T is what the type was taken from
    public @Nullable T getValue() {
        Object value = read();
        return (T) (type.optional() ? Optional.ofNullable(value) : value);
    }

    private @Nullable Object read() {
        Object claim = token.getClaim(name);
        ClaimType wanted = type.claim();
        if (claim == null || wanted == null) {
            return claim;
        }
        return wanted.convert(JsonUtils.wrapValue(claim)).orElseThrow(() -> ClaimProblems.conversion(name, wanted));
    }

    private Object readResolve() {
        return new InjectedClaim<T>(CDI.current().select(JsonWebToken.class).get(), name, type);
    }

    @Override
    public String toString() {
        return "ClaimValue[" + name + "]";
    }
}
