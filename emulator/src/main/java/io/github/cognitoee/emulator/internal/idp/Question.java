package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import org.jspecify.annotations.Nullable;

/** A kind of challenge, and how its answer is taken. */
interface Question {

    /** On the wire, such as {@code NEW_PASSWORD_REQUIRED}. */
    String name();

    /**
     * Takes the answer.
     *
     * @return what the sign-in comes to next
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is not good
     */
    AuthAnswer take(Reply reply, Course course);

    /** The session that an answer belongs to. */
    default String sessionOf(@Nullable String session, Parameters given) {
        if (session == null) {
            throw ErrorType.INVALID_PARAMETER.because("Missing required parameter Session");
        }
        return session;
    }

    /** The name over which the client's secret is to be hashed. */
    default String hashedName(Parameters given, String username) {
        return given.required("USERNAME");
    }
}
