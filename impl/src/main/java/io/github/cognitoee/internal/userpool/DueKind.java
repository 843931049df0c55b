package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of challenges that people answer, as they are told apart in what browsers keep. A number never changes. */
enum DueKind {
    NEW_PASSWORD(1, NewPasswordDue::read),
    SENT_CODE(2, SentCodeDue::read),
    AUTHENTICATOR_CODE(3, in -> new AuthenticatorCodeDue()),
    AUTHENTICATOR_SET_UP(4, AuthenticatorSetUpDue::read),
    SECOND_FACTOR_CHOICE(5, SecondFactorChoiceDue::read),
    FIRST_FACTOR_CHOICE(6, FirstFactorChoiceDue::read),
    PASSWORD(7, PasswordDue::read),
    PASSKEY(8, PasskeyDue::read),
    CUSTOM(9, CustomDue::read);

    private final int number;
    private final Function<PackedReader, Due> reader;

    DueKind(int number, Function<PackedReader, Due> reader) {
        this.number = number;
        this.reader = reader;
    }

    int number() {
        return number;
    }

    static Due read(PackedReader in) {
        int number = in.number();
        return Stream.of(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalReason.CHALLENGE_OVER, "the state is of another version"))
                .reader
                .apply(in);
    }
}
