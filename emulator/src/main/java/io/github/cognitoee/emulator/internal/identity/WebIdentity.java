package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who asks for a role, as its trust policy sees it: the claims of a token of the identity service.
 *
 * @param audience the identity pool
 * @param subject the identity
 * @param methods {@code amr}: {@code authenticated} or {@code unauthenticated}, and the providers
 * @param tags of the session to be
 */
public record WebIdentity(String audience, String subject, List<String> methods, Map<String, String> tags) {

    static final String ISSUER_HOST = "cognito-identity.amazonaws.com";

    private static final String AUD = ISSUER_HOST + ":aud";
    private static final String AMR = ISSUER_HOST + ":amr";
    private static final String SUB = ISSUER_HOST + ":sub";

    /** The names of all {@link #conditionKeys()}. */
    static final Set<String> CONDITION_KEYS = Set.of(AUD, AMR, SUB);

    public WebIdentity {
        methods = List.copyOf(methods);
        tags = Map.copyOf(tags);
    }

    boolean isGuest() {
        return methods.contains(IdentityPool.UNAUTHENTICATED);
    }

    /** What conditions of policies may ask about it, by condition key. */
    Map<String, List<String>> conditionKeys() {
        return Map.of(AUD, List.of(audience), AMR, methods, SUB, List.of(subject));
    }
}
