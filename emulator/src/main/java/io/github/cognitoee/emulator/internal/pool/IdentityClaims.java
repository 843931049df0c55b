package io.github.cognitoee.emulator.internal.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user's accounts at other providers, as tokens and the attribute {@code identities} tell them. */
public final class IdentityClaims {

    public static final String NAME = "identities";

    private static final ObjectMapper JSON = new ObjectMapper();

    private IdentityClaims() {}

    /** As in an ID token: all values are texts. */
    public static List<Map<String, Object>> of(Account account) {
        return account.identities().stream().map(IdentityClaims::of).toList();
    }

    /** As an attribute, which is a text as a whole. */
    public static String text(Account account) {
        try {
            return JSON.writeValueAsString(of(account));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON form", e);
        }
    }

    @SuppressWarnings("NullAway") // the issuer is null, as Cognito has it
    private static Map<String, Object> of(Identity identity) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("userId", identity.value());
        claim.put("providerName", identity.providerName());
        claim.put("providerType", identity.providerType());
        claim.put("issuer", null);
        claim.put("primary", String.valueOf(identity.primary()));
        claim.put("dateCreated", String.valueOf(identity.created().toEpochMilli()));
        return claim;
    }
}
