package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.SignInResult.Unavailable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells the log of sign-ins that ended neither well nor by a refusal, of each kind the first time and each time there are twice
 * as many. Thread-safe.
 */
final class UnfinishedLogins {

    private static final System.Logger LOG = System.getLogger(UnfinishedLogins.class.getName());

    private final ConcurrentMap<Class<?>, Integer> timesOf = new ConcurrentHashMap<>();

    /** A challenge that nobody will put to the person. */
    void log(Challenge challenge) {
        int times = timesOf.merge(challenge.getClass(), 1, Integer::sum);
        if (isTold(times)) {
            Problem.CHALLENGE_NOT_PUT.log(
                    LOG,
                    "a user gave name and password, and {0}: this login cannot ask for it, so they are refused; {1} so far",
                    challenge.fold(new WhatIsDue()),
                    times);
        }
    }

    /** Cognito could not be asked. */
    void log(Unavailable unavailable) {
        int times = timesOf.merge(Unavailable.class, 1, Integer::sum);
        if (isTold(times)) {
            Problem.SIGN_IN_UNAVAILABLE.log(
                    LOG,
                    "a name and a password could not be put to Cognito: {0}; {1} so far",
                    unavailable.detail(),
                    times);
        }
    }

    private static boolean isTold(int times) {
        return Integer.bitCount(times) == 1;
    }

    private static final class WhatIsDue implements Challenge.Visitor<String> {

        @Override
        public String newPassword(Challenge.NewPassword challenge) {
            return "a new password is due";
        }

        @Override
        public String sentCode(Challenge.SentCode challenge) {
            return "the code is due that was sent by " + challenge.medium();
        }

        @Override
        public String authenticatorCode(Challenge.AuthenticatorCode challenge) {
            return "the code of their authenticator app is due";
        }

        @Override
        public String authenticatorSetUp(Challenge.AuthenticatorSetUp challenge) {
            return "an authenticator app has to be set up";
        }

        @Override
        public String secondFactorChoice(Challenge.SecondFactorChoice challenge) {
            return "a second factor is to be chosen";
        }

        @Override
        public String firstFactorChoice(Challenge.FirstFactorChoice challenge) {
            return "a first factor is to be chosen";
        }

        @Override
        public String password(Challenge.Password challenge) {
            return "the password is due again";
        }

        @Override
        public String passkey(Challenge.Passkey challenge) {
            return "a passkey is due";
        }

        @Override
        public String custom(Challenge.Custom challenge) {
            return "a challenge of the pool's own is due";
        }
    }
}
