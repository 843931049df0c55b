package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.UserStatus;

/** How a sign-in goes on, from the first factor to the tokens. */
final class Course {

    private final Tokens tokens;

    Course(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The user has shown who he is, by a password or in another way. */
    AuthAnswer afterFirstFactor(SignIn signIn) {
        if (!SecondFactors.of(signIn.pool(), signIn.account()).isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The emulator asks for second factors at its pages alone: this user cannot sign in by an"
                            + " operation.");
        }
        return signIn.account().status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? NewPasswordChallenge.ask(signIn)
                : afterPassword(signIn);
    }

    /** The user has a password that he may keep. */
    AuthAnswer afterPassword(SignIn signIn) {
        return complete(signIn);
    }

    /** The user has shown enough. */
    AuthAnswer complete(SignIn signIn) {
        return AuthAnswer.tokens(tokens.ofSignIn(signIn.context(), signIn.account()));
    }
}
