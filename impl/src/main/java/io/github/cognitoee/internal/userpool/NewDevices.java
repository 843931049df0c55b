package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.userpool.RememberedDevice;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Has devices remembered that the pool would remember: each gets a password of its own, which the pool never sees.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html">Cognito:
 *     devices</a>
 */
final class NewDevices {

    private static final System.Logger LOG = System.getLogger(NewDevices.class.getName());
    private static final int PASSWORD_BYTES = 40;
    private static final int SALT_BYTES = 16;

    private final SignInApi api;
    private final SecureRandom random = new SecureRandom();

    NewDevices(SignInApi api) {
        this.api = api;
    }

    /** Empty where the pool would remember none, or could not: whoever signed in has signed in all the same. */
    Optional<RememberedDevice> remember(IssuedTokens tokens) {
        return tokens.newDevice().flatMap(device -> {
            RememberedDevice fresh = new RememberedDevice(
                    device.key(), device.groupKey(), Base64.getEncoder().encodeToString(bytes(PASSWORD_BYTES)));
            try {
                confirm(fresh, tokens.accessToken());
                return Optional.of(fresh);
            } catch (CognitoException e) {
                LOG.log(Level.INFO, "a device is not remembered: {0}", e.getMessage());
                return Optional.empty();
            }
        });
    }

    private void confirm(RememberedDevice device, String accessToken) {
        BigInteger salt = new BigInteger(1, bytes(SALT_BYTES));
        Srp.Identity identity = new Srp.Identity(device.groupKey(), device.key());
        BigInteger x = Srp.passwordValue(identity, device.password().toCharArray(), salt);
        api.confirmDevice(accessToken, device.key(), base64(salt), base64(Srp.verifier(x)));
    }

    private static String base64(BigInteger number) {
        return Base64.getEncoder().encodeToString(number.toByteArray());
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
