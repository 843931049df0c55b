package io.github.cognitoee.emulator.internal.pool;

/**
 * What a sign-in was asked and has to answer. Immutable.
 *
 * @param name on the wire, such as {@code SMS_MFA}
 * @param detail what the answer is to be held against
 */
public record Challenge(String name, Attempt attempt, Detail detail) {

    /** One that needs to know nothing but the user. */
    public static Challenge of(String name, Attempt attempt) {
        return new Challenge(name, attempt, Detail.NONE);
    }

    /** @throws IllegalStateException if it is of another kind */
    public <D extends Detail> D detail(Class<D> type) {
        if (!type.isInstance(detail)) {
            throw new IllegalStateException(name + " has no " + type.getSimpleName());
        }
        return type.cast(detail);
    }

    /** What only one kind of challenge has to know. */
    public interface Detail {

        Detail NONE = new Detail() {};
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Challenge[" + name + "]";
    }
}
