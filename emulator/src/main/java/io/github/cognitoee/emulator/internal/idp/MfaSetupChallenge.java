package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import java.util.List;
import java.util.Map;

/**
 * {@code MFA_SETUP}: the pool wants a second factor of a user who has none. He registers an authenticator app by the session,
 * and then goes on.
 */
record MfaSetupChallenge() implements Question {

    static final String NAME = "MFA_SETUP";

    @Override
    public String name() {
        return NAME;
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the pool has nothing that he could set up */
    static AuthAnswer ask(SignIn signIn) {
        if (!signIn.pool().availableFactors().contains(Mfa.TOTP)) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The pool requires MFA, the user has nowhere to send a code to, and there is nothing to set up.");
        }
        String session = signIn.await(NAME, new Progress(false));
        return AuthAnswer.challenge(NAME, session, Map.of("MFAS_CAN_SETUP", JsonText.of(List.of(Mfa.TOTP))));
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        if (!reply.challenge().detail(Progress.class).verified()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "VerifySoftwareToken comes first, and its session with the answer");
        }
        reply.end();
        Account account =
                signIn.pool().setMfa(signIn.account(), mfa -> mfa.with(Mfa.TOTP).preferring(Mfa.TOTP));
        return course.afterSecondFactor(signIn.of(account).passing(Mfa.claimOf(Mfa.TOTP)));
    }

    /** @param verified whether the app was shown to be in the user's hands */
    record Progress(boolean verified) implements Challenge.Detail {}
}
