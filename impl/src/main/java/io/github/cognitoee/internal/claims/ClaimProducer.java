package io.github.cognitoee.internal.claims;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Inject @Claim} injects, in each type of MicroProfile JWT 2.1. Producer methods and no synthetic beans: CDI
 * remembers each instance of a synthetic {@code @Dependent} bean that a {@code Provider} hands out, for as long as the
 * provider's owner lives.
 *
 * <p>A claim that the caller's token does not have is null, the default value of a primitive type, or empty.
 */
@Alternative
@Priority(InjectedToken.OVER_THE_SERVERS)
@ApplicationScoped
public class ClaimProducer {

    private final JsonWebToken token;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected ClaimProducer() {
        this.token = null;
    }

    @Inject
    ClaimProducer(JsonWebToken token) {
        this.token = token;
    }

    private <T> InjectedClaim<T> read(InjectionPoint point) {
        ClaimInjection injection = ClaimInjection.of(point);
        return new InjectedClaim<>(token, injection.name(), injection.type());
    }

    private <T> Optional<T> optional(InjectionPoint point) {
        return Objects.requireNonNull(this.<Optional<T>>read(point).getValue());
    }

    @Produces
    @Claim
    <T> ClaimValue<T> claimValue(InjectionPoint point) {
        return read(point);
    }

    @Produces
    @Claim
    @Nullable
    String string(InjectionPoint point) {
        return this.<String>read(point).getValue();
    }

    @Produces
    @Claim
    @Nullable
    Long integer(InjectionPoint point) {
        return this.<Long>read(point).getValue();
    }

    @Produces
    @Claim
    @Nullable
    Boolean truth(InjectionPoint point) {
        return this.<Boolean>read(point).getValue();
    }

    @Produces
    @Claim
    @Nullable
    Set<String> strings(InjectionPoint point) {
        return this.<Set<String>>read(point).getValue();
    }

    @Produces
    @Claim
    @Typed(JsonValue.class)
    @Nullable
    JsonValue json(InjectionPoint point) {
        return this.<JsonValue>read(point).getValue();
    }

    @Produces
    @Claim
    @Typed(JsonString.class)
    @Nullable
    JsonString jsonString(InjectionPoint point) {
        return this.<JsonString>read(point).getValue();
    }

    @Produces
    @Claim
    @Typed(JsonNumber.class)
    @Nullable
    JsonNumber jsonNumber(InjectionPoint point) {
        return this.<JsonNumber>read(point).getValue();
    }

    @Produces
    @Claim
    @Typed(JsonArray.class)
    @Nullable
    JsonArray jsonArray(InjectionPoint point) {
        return this.<JsonArray>read(point).getValue();
    }

    @Produces
    @Claim
    @Typed(JsonObject.class)
    @Nullable
    JsonObject jsonObject(InjectionPoint point) {
        return this.<JsonObject>read(point).getValue();
    }

    @Produces
    @Claim
    Optional<String> optionalString(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<Long> optionalInteger(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<Boolean> optionalTruth(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<Set<String>> optionalStrings(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<JsonValue> optionalJson(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<JsonString> optionalJsonString(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<JsonNumber> optionalJsonNumber(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<JsonArray> optionalJsonArray(InjectionPoint point) {
        return optional(point);
    }

    @Produces
    @Claim
    Optional<JsonObject> optionalJsonObject(InjectionPoint point) {
        return optional(point);
    }
}
