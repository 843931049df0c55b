package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;

/** A challenge that a person answers: how it is asked, how its answer is put to the pool, and how it is kept meanwhile. */
interface Due {

    DueKind kind();

    /** What the application shows. */
    Challenge challenge();

    /**
     * Puts the answer to the pool.
     *
     * @throws Refusal where it answers another challenge, or the pool refuses it
     */
    Outcome answer(ChallengeAnswer answer, Conversation conversation);

    /** Writes what {@link DueKind#read} needs. */
    void write(PackedWriter out);

    /** Itself, without what it can do without where it is kept. */
    default Due shortened() {
        return this;
    }

    /** The answer, if it is one to this challenge. */
    static <T extends ChallengeAnswer> T expect(Class<T> type, ChallengeAnswer answer) {
        if (!type.isInstance(answer)) {
            throw Refusal.otherChallengeDue(type);
        }
        return type.cast(answer);
    }
}
