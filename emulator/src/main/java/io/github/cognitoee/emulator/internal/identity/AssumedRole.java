package io.github.cognitoee.emulator.internal.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** A role that someone has taken on, and the names that AWS gives to that. */
public record AssumedRole(String arn, String sessionName) {

    private static final int ROLE_ID_LENGTH = 17;

    public String account() {
        return arn.split(":")[4];
    }

    /** {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}. */
    public String sessionArn() {
        String partition = arn.split(":")[1];
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return "arn:" + partition + ":sts::" + account() + ":assumed-role/" + name + "/" + sessionName;
    }

    /** {@code <role id>:<session>}; the id of a role is the same at every start. */
    public String sessionId() {
        String hex =
                UUID.nameUUIDFromBytes(arn.getBytes(StandardCharsets.UTF_8)).toString();
        return "AROA" + hex.replace("-", "").substring(0, ROLE_ID_LENGTH).toUpperCase(Locale.ROOT) + ":" + sessionName;
    }
}
