package io.github.cognitoee.emulator;

/**
 * A point at which Cognito calls a Lambda function, and the emulator a {@link TriggerFunction}. The constants are named after
 * the members of {@code LambdaConfig}.
 */
public enum Trigger {
    /** Before a user comes to be: lets him, confirms him, verifies his contacts, or throws. */
    PRE_SIGN_UP("PreSignUp"),
    /** After a user has confirmed a sign-up or another password. */
    POST_CONFIRMATION("PostConfirmation"),
    /** Before a user proves who he is. */
    PRE_AUTHENTICATION("PreAuthentication"),
    /** After a user has signed in, before there are tokens. */
    POST_AUTHENTICATION("PostAuthentication"),
    /** Before a message with a code or a temporary password is sent. */
    CUSTOM_MESSAGE("CustomMessage"),
    /** What comes next in the flow {@code CUSTOM_AUTH}. */
    DEFINE_AUTH_CHALLENGE("DefineAuthChallenge"),
    /** What a user of the flow {@code CUSTOM_AUTH} is asked. */
    CREATE_AUTH_CHALLENGE("CreateAuthChallenge"),
    /** Whether a user of the flow {@code CUSTOM_AUTH} gave the right answer. */
    VERIFY_AUTH_CHALLENGE_RESPONSE("VerifyAuthChallengeResponse"),
    /** What ID tokens say, by events of version {@code V1_0}. */
    PRE_TOKEN_GENERATION("PreTokenGeneration"),
    /** What ID and access tokens say, by events of version {@code V2_0}; stands in the place of the first. */
    PRE_TOKEN_GENERATION_V2("PreTokenGeneration", "2"),
    /** The same for machines too, by events of version {@code V3_0}; stands in the place of both. */
    PRE_TOKEN_GENERATION_V3("PreTokenGeneration", "3"),
    /** Whether someone without an account has one elsewhere. */
    USER_MIGRATION("UserMigration");

    private final String wireName;
    private final String version;

    Trigger(String wireName) {
        this(wireName, "1");
    }

    Trigger(String wireName, String version) {
        this.wireName = wireName;
        this.version = version;
    }

    /** The member of {@code LambdaConfig}, of which a pool has one. */
    String wireName() {
        return wireName;
    }

    String version() {
        return version;
    }
}
