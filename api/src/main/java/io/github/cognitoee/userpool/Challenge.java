package io.github.cognitoee.userpool;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is due before somebody is signed in. Each has the {@link ChallengeAnswer} that it takes. SRP and remembered devices
 * are answered by the library itself and never show here. More cases may come.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html">Cognito:
 *     RespondToAuthChallenge</a>
 */
public sealed interface Challenge {

    /** One function per case. */
    interface Visitor<T> {

        T newPassword(NewPassword challenge);

        T sentCode(SentCode challenge);

        T authenticatorCode(AuthenticatorCode challenge);

        T authenticatorSetUp(AuthenticatorSetUp challenge);

        T secondFactorChoice(SecondFactorChoice challenge);

        T firstFactorChoice(FirstFactorChoice challenge);

        T password(Password challenge);

        T passkey(Passkey challenge);

        T custom(Custom challenge);
    }

    /** Applies the method of the case that this is. */
    <T> T fold(Visitor<T> visitor);

    /**
     * The password was a temporary one: {@link ChallengeAnswer#newPassword}.
     *
     * @param requiredAttributes names of attributes that the user lacks and must give
     * @param attributes those that the user has
     */
    record NewPassword(Set<String> requiredAttributes, Map<String, String> attributes) implements Challenge {

        public NewPassword {
            requiredAttributes = Collections.unmodifiableSet(new LinkedHashSet<>(requiredAttributes));
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.newPassword(this);
        }

        /** Tells no attribute's value. */
        @Override
        public String toString() {
            return "NewPassword[requiredAttributes=" + requiredAttributes + "]";
        }
    }

    /**
     * A code was sent: {@link ChallengeAnswer#code}.
     *
     * @param medium by what
     * @param destination where to, masked by Cognito; empty where it does not tell
     */
    record SentCode(Medium medium, String destination) implements Challenge {

        public SentCode {
            Objects.requireNonNull(medium, "medium");
            Objects.requireNonNull(destination, "destination");
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.sentCode(this);
        }
    }

    /** The code of the authenticator app is due: {@link ChallengeAnswer#code}. */
    record AuthenticatorCode() implements Challenge {

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.authenticatorCode(this);
        }
    }

    /**
     * An authenticator app must be set up first, and its code is due: {@link ChallengeAnswer#code}.
     *
     * @param secret for those who type it into the app, in Base32; a secret
     * @param uri for those whose app reads it as a QR code, {@code otpauth://totp/...}; a secret
     */
    record AuthenticatorSetUp(String secret, URI uri) implements Challenge {

        public AuthenticatorSetUp {
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(uri, "uri");
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.authenticatorSetUp(this);
        }

        @Override
        public String toString() {
            return "AuthenticatorSetUp";
        }
    }

    /** One of several second factors is to be chosen: {@link ChallengeAnswer#choice(SecondFactor)}. */
    record SecondFactorChoice(Set<SecondFactor> factors) implements Challenge {

        public SecondFactorChoice {
            factors = Collections.unmodifiableSet(new LinkedHashSet<>(factors));
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.secondFactorChoice(this);
        }
    }

    /**
     * One of several first factors is to be chosen: {@link ChallengeAnswer#choice(FirstFactor)}, or {@link
     * ChallengeAnswer#password} at once.
     */
    record FirstFactorChoice(Set<FirstFactor> factors) implements Challenge {

        public FirstFactorChoice {
            factors = Collections.unmodifiableSet(new LinkedHashSet<>(factors));
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.firstFactorChoice(this);
        }
    }

    /** The password is due: {@link ChallengeAnswer#password}. */
    record Password() implements Challenge {

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.password(this);
        }
    }

    /**
     * A passkey is due: {@link ChallengeAnswer#passkey}.
     *
     * @param requestOptions JSON, for {@code PublicKeyCredential.parseRequestOptionsFromJSON} of the browser;
     *     empty text from {@link CognitoUserPool#challengeOf} where they were too long to be kept, as those of some ten
     *     passkeys are: to ask again then, begin anew
     */
    record Passkey(String requestOptions) implements Challenge {

        public Passkey {
            Objects.requireNonNull(requestOptions, "requestOptions");
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.passkey(this);
        }
    }

    /**
     * A challenge of the pool's own triggers: {@link ChallengeAnswer#custom}.
     *
     * @param parameters what the trigger lets everybody see
     */
    record Custom(Map<String, String> parameters) implements Challenge {

        public Custom {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.custom(this);
        }

        @Override
        public String toString() {
            return "Custom[" + parameters.keySet() + "]";
        }
    }

    /** By what a code is sent. */
    enum Medium {
        SMS,
        EMAIL
    }
}
