package io.github.cognitoee.internal.userpool;

/**
 * A sign-in that waits for the person. {@code toString} shows nothing of it.
 *
 * @param session by which the pool knows the next step
 * @param due what the person is asked
 */
record Pending(Attempt attempt, String session, Due due) {

    @Override
    public String toString() {
        return "Pending[" + due.kind() + "]";
    }
}
