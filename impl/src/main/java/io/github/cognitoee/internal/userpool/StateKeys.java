package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SignInConfig;
import java.util.List;

/** The keys of {@link States}. */
final class StateKeys {

    private static final System.Logger LOG = System.getLogger(StateKeys.class.getName());

    private StateKeys() {}

    static TextCipher cipher(SignInConfig config) {
        if (!config.stateKeys().isEmpty()) {
            return new TextCipher(config.stateKeys());
        }
        Problem.RANDOM_STATE_KEY.log(
                LOG,
                "sign-ins under way are encrypted with a key that this process made for itself: no other node can go on"
                        + " with them, nor this one when it has started anew; set cognito.sign-in.state-keys");
        return new TextCipher(List.of(CipherKey.random()));
    }
}
