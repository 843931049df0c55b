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
    }

    /** Version 3 has proofs of passwords, which cannot be made without the password: they wait for the next sign-in. */
    private static void toThird(JsonNode state) {
        for (JsonNode pool : state.path("userPools")) {
            for (JsonNode account : pool.path("accounts")) {
                putNull(account.path("passwords"), "verifier");
            }
        }
    }

    private static void putNull(JsonNode object, String member) {
        if (object instanceof ObjectNode node) {
            node.putNull(member);
        }
    }
}
