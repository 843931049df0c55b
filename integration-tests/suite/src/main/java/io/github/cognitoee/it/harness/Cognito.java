package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.TokenRecipe;
import java.net.URI;
import java.util.Map;

/**
 * The emulated Cognito of this test JVM: pool {@code eu-west-1_CognitoEE}, {@code alice} in {@code users}, {@code admin}
 * in {@code users} and {@code admins}.
 */
public final class Cognito {

    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    public static final String OTHER_CLIENT = "demo0client0of0other0app00";

    private static CognitoEmulator emulator;

    private Cognito() {}

    static synchronized URI start() {
        emulator = CognitoEmulator.builder()
                .port(0)
                .config(EmulatorConfig.defaults())
                .start();
        return emulator.endpoint();
    }

    static synchronized void stop() {
        if (emulator != null) {
            emulator.close();
            emulator = null;
        }
    }

    /** Tokens of a member of {@code users}. */
    public static TokenRecipe alice() {
        return running().tokens().user("alice");
    }

    /** Tokens of a member of {@code users} and {@code admins}. */
    public static TokenRecipe admin() {
        return running().tokens().user("admin");
    }

    /** Access tokens of the demo's app client itself, as {@code client_credentials} gives them. */
    public static TokenRecipe machine() {
        return running().tokens().machine("demo0client0of0photo0album");
    }

    /** What a forger would write into the header's {@code jwk}: the key of {@code signedWithForeignKey()}. */
    public static Map<String, Object> foreignJwk() {
        return running().tokens().foreignJwk();
    }

    public static RequestCounts requests() {
        return running().requests();
    }

    private static synchronized CognitoEmulator running() {
        if (emulator == null) {
            throw new IllegalStateException("the emulator is not running: TestEnvironment starts it with the session");
        }
        return emulator;
    }
}
