package io.github.cognitoee.emulator;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a caller may do something. */
public sealed interface IamDecision {

    /** Whether it is allowed. */
    boolean isAllowed();

    /** One function for each case. */
    <T> T fold(
            Function<Allowed, ? extends T> allowed,
            Function<Denied, ? extends T> denied,
            Function<Unauthenticated, ? extends T> unauthenticated);

    /**
     * It is allowed.
     *
     * @param by the first statement of the role that allows it
     */
    record Allowed(IamStatement by) implements IamDecision {

        @Override
        public boolean isAllowed() {
            return true;
        }

        @Override
        public <T> T fold(
                Function<Allowed, ? extends T> allowed,
                Function<Denied, ? extends T> denied,
                Function<Unauthenticated, ? extends T> unauthenticated) {
            return allowed.apply(this);
        }
    }

    /**
     * It is denied: by a statement, or because no statement allows it.
     *
     * @param message as services of AWS say it to the caller
     */
    record Denied(String message, @Nullable IamStatement statement) implements IamDecision {

        /** The statement that denies it; empty where no statement allows it. */
        public Optional<IamStatement> by() {
            return Optional.ofNullable(statement);
        }

        @Override
        public boolean isAllowed() {
            return false;
        }

        @Override
        public <T> T fold(
                Function<Allowed, ? extends T> allowed,
                Function<Denied, ? extends T> denied,
                Function<Unauthenticated, ? extends T> unauthenticated) {
            return denied.apply(this);
        }
    }

    /**
     * The credentials are of no use.
     *
     * @param type the error of most services, {@code UnrecognizedClientException} or {@code ExpiredTokenException}
     */
    record Unauthenticated(String type, String message) implements IamDecision {

        @Override
        public boolean isAllowed() {
            return false;
        }

        @Override
        public <T> T fold(
                Function<Allowed, ? extends T> allowed,
                Function<Denied, ? extends T> denied,
                Function<Unauthenticated, ? extends T> unauthenticated) {
            return unauthenticated.apply(this);
        }
    }
}
