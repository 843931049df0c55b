package io.github.cognitoee.emulator.internal.pool;

import java.security.SecureRandom;

/** Identifiers and secrets in the shape in which Cognito makes them. */
public final class RandomIds {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int POOL = 9;
    private static final int CLIENT = 26;
    private static final int SECRET = 51;
    private static final int PASSWORD = 8;
    private static final int DEVICE_GROUP = 8;
    private static final int TOTP_SECRET = 52;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    static String poolId(String region) {
        return region + "_" + random(MIXED, POOL);
    }

    public static String clientId() {
        return random(LOWER, CLIENT);
    }

    public static String clientSecret() {
        return random(LOWER, SECRET);
    }

    /** A temporary password that every policy up to 12 characters takes. */
    public static String password() {
        return random(MIXED, PASSWORD) + "aA1!";
    }

    /** A device's group. */
    public static String deviceGroup() {
        return "-" + random(MIXED, DEVICE_GROUP);
    }

    /** Of 32 bytes, in Base32. */
    static String totpSecret() {
        return random(Totp.BASE32, TOTP_SECRET);
    }

    private static String random(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }
}
