package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.UnsignableRequestException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Who signs requests: the caller of the thread, whom the application carried there, or a guest. Stateless, thread-safe. */
final class Signatory {

    private final Optional<String> role;
    private final CognitoIdentity caller;
    private final Optional<AwsCredentialsProvider> guest;

    /** @param guest there where a guest signs, whoever is calling */
    Signatory(Optional<String> role, CognitoIdentity caller, Optional<AwsCredentialsProvider> guest) {
        this.role = role;
        this.caller = caller;
        this.guest = guest;
    }

    /** @param given the value of {@link CognitoSigned#IDENTITY} */
    AwsCredentials credentials(Optional<Object> given) {
        if (guest.isPresent()) {
            given.ifPresent(identity -> {
                throw new UnsignableRequestException("The property " + CognitoSigned.IDENTITY
                        + " names who signs a request, and guest = true has a guest sign it: remove one");
            });
            return guest.get().resolveCredentials();
        }
        CognitoIdentity identity = given.map(Signatory::identity).orElse(caller);
        return role.map(identity::withRole).orElse(identity).credentials().resolveCredentials();
    }

    private static CognitoIdentity identity(Object given) {
        if (given instanceof CognitoIdentity identity) {
            return identity;
        }
        throw new UnsignableRequestException("The property " + CognitoSigned.IDENTITY + " holds a "
                + given.getClass().getName() + ", expected a CognitoIdentity, such as captured() gives");
    }
}
