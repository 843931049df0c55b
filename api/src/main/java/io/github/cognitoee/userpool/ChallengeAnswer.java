package io.github.cognitoee.userpool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The answer to a {@link Challenge}. {@code toString} of none shows a password, a code, a credential or an answer. */
public sealed interface ChallengeAnswer {

    /** To {@link Challenge.NewPassword}, where no attribute is due. A copy of the password is kept. */
    static ChallengeAnswer newPassword(char[] password) {
        return new NewPassword(password, Map.of());
    }

    /**
     * To {@link Challenge.NewPassword}. A copy of the password is kept.
     *
     * @param attributes by name: those that are required, and others of the user that are to change
     */
    static ChallengeAnswer newPassword(char[] password, Map<String, String> attributes) {
        return new NewPassword(password, attributes);
    }

    /** To {@link Challenge.SentCode}, {@link Challenge.AuthenticatorCode}, {@link Challenge.AuthenticatorSetUp}. */
    static ChallengeAnswer code(String code) {
        return new Code(code);
    }

    /** To {@link Challenge.SecondFactorChoice}. */
    static ChallengeAnswer choice(SecondFactor factor) {
        return new SecondFactorChosen(factor);
    }

    /** To {@link Challenge.FirstFactorChoice}. */
    static ChallengeAnswer choice(FirstFactor factor) {
        return new FirstFactorChosen(factor);
    }

    /** To {@link Challenge.Password}, or at once to {@link Challenge.FirstFactorChoice}. A copy of the password is kept. */
    static ChallengeAnswer password(char[] password) {
        return new Password(password);
    }

    /**
     * To {@link Challenge.Passkey}.
     *
     * @param credential JSON, of {@code PublicKeyCredential.toJSON} of the browser
     */
    static ChallengeAnswer passkey(String credential) {
        return new Passkey(credential);
    }

    /** To {@link Challenge.Custom}. */
    static ChallengeAnswer custom(String answer) {
        return new Custom(answer);
    }

    /** Forgets a password that is in it. */
    default void clear() {}

    /** A new password, and attributes that were due. */
    final class NewPassword implements ChallengeAnswer {

        private final GivenPassword password;
        private final Map<String, String> attributes;

        private NewPassword(char[] password, Map<String, String> attributes) {
            this.password = new GivenPassword(password);
            this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        /**
         * The password itself, no copy; a secret.
         *
         * @throws IllegalStateException when the answer has been served
         */
        public char[] password() {
            return password.reveal("ChallengeAnswer");
        }

        /** By name; empty where none were given. */
        public Map<String, String> attributes() {
            return attributes;
        }

        @Override
        public void clear() {
            password.clear();
        }

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    /** A password. */
    final class Password implements ChallengeAnswer {

        private final GivenPassword password;

        private Password(char[] password) {
            this.password = new GivenPassword(password);
        }

        /**
         * The password itself, no copy; a secret.
         *
         * @throws IllegalStateException when the answer has been served
         */
        public char[] password() {
            return password.reveal("ChallengeAnswer");
        }

        @Override
        public void clear() {
            password.clear();
        }

        @Override
        public String toString() {
            return "Password";
        }
    }

    /** A code. */
    record Code(String code) implements ChallengeAnswer {

        public Code {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String toString() {
            return "Code";
        }
    }

    /** The second factor that the person chose. */
    record SecondFactorChosen(SecondFactor factor) implements ChallengeAnswer {

        public SecondFactorChosen {
            Objects.requireNonNull(factor, "factor");
        }
    }

    /** The first factor that the person chose. */
    record FirstFactorChosen(FirstFactor factor) implements ChallengeAnswer {

        public FirstFactorChosen {
            Objects.requireNonNull(factor, "factor");
        }
    }

    /** What a passkey signed. */
    record Passkey(String credential) implements ChallengeAnswer {

        public Passkey {
            Objects.requireNonNull(credential, "credential");
        }

        @Override
        public String toString() {
            return "Passkey";
        }
    }

    /** What a trigger of the pool asked for. */
    record Custom(String answer) implements ChallengeAnswer {

        public Custom {
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public String toString() {
            return "Custom";
        }
    }
}
