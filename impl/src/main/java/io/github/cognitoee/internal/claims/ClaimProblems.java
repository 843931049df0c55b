package io.github.cognitoee.internal.claims;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.ClaimConversionException;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.Problem;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import org.eclipse.microprofile.jwt.Claim;

/** What can be wrong about the injection of claims, in words. */
final class ClaimProblems {

    private static final String REMOVE = " would authenticate callers beside @CognitoAuthenticationMechanismDefinition."
            + " Remove it: tokens and claims are injected without it";

    private ClaimProblems() {}

    static CognitoConfigurationException foreignLogin(Class<?> type) {
        return Problem.SERVERS_MICROPROFILE_JWT.exception(type.getName()
                + " carries @LoginConfig(authMethod = \"MP-JWT\"), by which the server's own MicroProfile JWT"
                + REMOVE);
    }

    static CognitoConfigurationException foreignMechanism(Class<?> type) {
        return Problem.SERVERS_MICROPROFILE_JWT.exception("a class of this application carries"
                + " @LoginConfig(authMethod = \"MP-JWT\"), or its web.xml says so, by which the server's own MicroProfile"
                + " JWT (" + type.getName() + ")" + REMOVE);
    }

    static CognitoConfigurationException noName(InjectionPoint point) {
        return Problem.CLAIM_NAME.exception(
                place(point) + " names no claim; write @Claim(\"email\") or @Claim(standard = Claims.email)");
    }

    static CognitoConfigurationException twoNames(InjectionPoint point, Claim claim) {
        return Problem.CLAIM_NAME.exception(place(point) + " names two claims, \"" + claim.value() + "\" and Claims."
                + claim.standard().name() + "; keep one of value and standard");
    }

    static CognitoConfigurationException unknownType(InjectionPoint point, String claim) {
        return Problem.CLAIM_TYPE.exception(place(point) + " has the claim \"" + claim
                + "\" injected as " + point.getType().getTypeName() + ", in which MicroProfile JWT knows no claims;"
                + " expected String, Long, Boolean, Set<String>, JsonValue, JsonString, JsonNumber, JsonArray or"
                + " JsonObject, or an Optional, ClaimValue, Provider or Instance of one of them");
    }

    static CognitoConfigurationException stale(InjectionPoint point, String claim, String holder) {
        String type = point.getType().getTypeName();
        return Problem.STALE_CLAIM.exception(place(point) + " has the claim \"" + claim
                + "\" injected as " + type + ", once, into something that " + holder + " and outlives the request: one"
                + " caller's claim would be shown to the next. Inject ClaimValue<" + type + "> or Provider<" + type
                + "> instead, and read it in each request");
    }

    static CognitoConfigurationException held(InjectionPoint point, String holder, InjectionPoint claim) {
        String type = claim.getType().getTypeName();
        return Problem.STALE_CLAIM.exception(place(point) + " has a @Dependent bean injected into something that "
                + holder + " and outlives the request, and the bean with it; but " + place(claim)
                + " has a claim injected as " + type + ", once: one caller's claim would be shown to the next. Inject"
                + " ClaimValue<" + type + "> or Provider<" + type + "> there instead, or make the bean @RequestScoped");
    }

    static CallerRequiredException outsideOfRequest() {
        return new CallerRequiredException(
                Problem.NO_REQUEST.message("no request is served on this thread, so there is no caller whose"
                        + " token could be read; read it on the request's own thread and hand on the values"));
    }

    static ClaimConversionException conversion(String claim, ClaimType wanted) {
        return new ClaimConversionException(
                Problem.CLAIM_CONVERSION.message("the claim \"" + claim + "\" of the caller's token is no "
                        + wanted.title() + "; inject it in the type that the token has, or as JsonValue"));
    }

    static CognitoConfigurationException unserializable(InjectionPoint point, String claim, String holder) {
        return Problem.UNSERIALIZABLE_CLAIM.exception(place(point) + " has the claim \"" + claim
                + "\" injected as " + point.getType().getTypeName() + " into something that " + holder
                + " and that servers store between requests, for which such a claim cannot be serialised. Inject it as"
                + " ClaimValue instead");
    }

    private static String place(InjectionPoint point) {
        Member member = point.getMember();
        if (member == null) {
            return "a programmatic lookup";
        }
        String owner = member.getDeclaringClass().getName();
        String place = member instanceof Constructor ? "the constructor of " + owner : owner + "." + member.getName();
        return point.getAnnotated() instanceof AnnotatedParameter ? "a parameter of " + place : place;
    }
}
