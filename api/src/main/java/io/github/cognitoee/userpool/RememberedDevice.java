package io.github.cognitoee.userpool;

import java.io.Serializable;
import java.util.Objects;

/**
 * A device that the pool remembers, and may let in without a second factor. Immutable; {@code toString} shows nothing of it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html">Cognito:
 *     devices</a>
 */
public final class RememberedDevice implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String groupKey;
    private final String password;

    /**
     * One that {@link SignInResult.SignedIn#device()} told of, read from where it was kept.
     *
     * @param key how the pool names the device
     * @param groupKey of the pool
     * @param password what this device alone knows; a secret
     */
    public RememberedDevice(String key, String groupKey, String password) {
        this.key = Objects.requireNonNull(key, "key");
        this.groupKey = Objects.requireNonNull(groupKey, "groupKey");
        this.password = Objects.requireNonNull(password, "password");
    }

    /** How the pool names the device. */
    public String key() {
        return key;
    }

    /** How the pool names the group of its devices. */
    public String groupKey() {
        return groupKey;
    }

    /** What this device alone knows. A secret. */
    public String password() {
        return password;
    }

    @Override
    public String toString() {
        return "RememberedDevice";
    }
}
