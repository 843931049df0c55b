package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** States that older versions wrote, brought to the form of the present one. */
final class OlderState {

    /** The oldest that can be read. */
    static final int FIRST = 2;

    private OlderState() {}

    static void upgrade(JsonNode state, int version) {
        if (version < 3) {
            toThird(state);
        }
        if (version < 4) {
            state.path("identity").path("pools").forEach(pool -> putNulls(pool.path("settings"), "samlProviderARNs"));
        }
    }

    /**
     * Version 3 knows second factors by operations, devices, and proofs of passwords. The latter cannot be made without the
     * password: they wait for the next sign-in by it.
     */
    private static void toThird(JsonNode state) {
        for (JsonNode pool : state.path("userPools")) {
            addMfa((ObjectNode) pool);
            pool.path("accounts").forEach(OlderState::addProofs);
            pool.path("signIns").path("grants").forEach(grant -> moveMethods((ObjectNode) grant));
        }
    }

    private static void addMfa(ObjectNode pool) {
        boolean mfa = !pool.path("settings").path("mfaConfiguration").asText().equals("OFF");
        ObjectNode factors = pool.putObject("mfaFactors");
        if (mfa) {
            putNulls(factors.putObject("smsMfaConfiguration"), "smsAuthenticationMessage", "smsConfiguration");
            factors.putObject("softwareTokenMfaConfiguration").put("enabled", true);
            putNulls(factors.putObject("emailMfaConfiguration"), "message", "subject");
        } else {
            putNulls(factors, "smsMfaConfiguration", "softwareTokenMfaConfiguration", "emailMfaConfiguration");
        }
        putNulls(factors, "webAuthnConfiguration");
        pool.putArray("passkeys");
        pool.putArray("devices");
        putNulls(pool.path("settings"), "smsConfiguration", "deviceConfiguration");
        putNulls(pool.path("settings").path("policies"), "signInPolicy");
    }

    private static void addProofs(JsonNode account) {
        putNulls(account.path("passwords"), "verifier");
        putNulls(account.path("mfa"), "preferred", "totpName");
    }

    private static void moveMethods(ObjectNode grant) {
        ObjectNode means = grant.putObject("means");
        putNulls(means, "deviceKey");
        if (grant.path("pages") instanceof ObjectNode pages) {
            means.set("methods", pages.remove("methods"));
        } else {
            means.putArray("methods");
        }
    }

    private static void putNulls(JsonNode object, String... members) {
        if (object instanceof ObjectNode node) {
            for (String member : members) {
                node.putNull(member);
            }
        }
    }
}
