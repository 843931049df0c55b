package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.Lockout;
import io.github.cognitoee.emulator.internal.pool.Risks;
import java.util.List;

/** What people are told of a refusal, at the field that it is about. Who has an account is not told. */
final class Problems {

    private Problems() {}

    static List<Problem> of(Refusal refusal, Language language) {
        return List.of(
                switch (refusal.type()) {
                    case INVALID_PASSWORD -> new Problem("password", language.text("password.policy"));
                    case PASSWORD_HISTORY -> new Problem("password", language.text("password.used"));
                    case CODE_MISMATCH, EXPIRED_CODE, USER_NOT_FOUND -> new Problem(
                            "code", language.text("code.wrong"));
                    case USERNAME_EXISTS -> new Problem("username", language.text("signup.taken"));
                    case ALIAS_EXISTS -> new Problem("code", language.text("signup.contact-taken"));
                    case LIMIT_EXCEEDED -> new Problem("username", language.text("login.too-many"));
                    default -> new Problem("username", language.text("refused", refusal.text()));
                });
    }

    /** As {@link #of}, of a user name with its password: both are wrong, or neither. */
    static List<Problem> ofSignIn(Refusal refusal, Language language) {
        if (isToldAsItIs(refusal)) {
            return of(refusal, language);
        }
        String key = refusal.text().equals(Lockout.EXCEEDED) ? "login.too-many" : "login.wrong";
        return List.of(new Problem("username", language.text(key)));
    }

    /** What a function or threat protection says, which betrays no more than they want. */
    private static boolean isToldAsItIs(Refusal refusal) {
        return refusal.type() == ErrorType.USER_LAMBDA_VALIDATION
                || refusal.type() == ErrorType.INVALID_LAMBDA_RESPONSE
                || refusal.text().equals(Risks.BLOCKED)
                || refusal.text().equals(Risks.ADDRESS_BLOCKED);
    }
}
