package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the library's injected types say of the caller, on one line. */
final class Testimony {

    private Testimony() {}

    static String of(CognitoCaller caller, CognitoIdentity identity) {
        return "%s %s %s %s"
                .formatted(
                        caller.username().orElse("nobody"),
                        caller.sub().orElse("-"),
                        new TreeSet<>(caller.groups()),
                        orRefusal(identity::identityId));
    }

    static String orRefusal(Supplier<String> question) {
        try {
            return question.get();
        } catch (CognitoException refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
