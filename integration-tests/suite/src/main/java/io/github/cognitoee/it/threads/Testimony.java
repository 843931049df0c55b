package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;

/** What a thread knows of the caller, in lines of {@code key=value}. */
final class Testimony {

    private Testimony() {}

    /** @param own the identity id of the caller whose work is done */
    static String of(CognitoCaller caller, CognitoIdentity identity, String own) {
        String resolved;
        try {
            resolved = identity.identityId().equals(own)
                            && identity.credentials()
                                    .resolveCredentials()
                                    .accessKeyId()
                                    .startsWith("ASIA")
                    ? "own"
                    : "another's";
        } catch (CognitoException refused) {
            resolved = refusal(refused);
        }
        return """
                caller=%s
                identity=%s
                thread=%s
                """
                .formatted(
                        caller.username().orElse("nobody"),
                        resolved,
                        Thread.currentThread().getName());
    }

    static String refusal(Throwable refused) {
        return refused.getClass().getSimpleName()
                + (String.valueOf(refused.getMessage()).contains("CognitoIdentity.captured()")
                        ? ", with the hint"
                        : "");
    }
}
