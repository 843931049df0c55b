package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.List;
import java.util.Optional;

/** What users prove themselves by after the password. */
record SecondFactors(CodeDelivery delivery) {

    /** Those of the user, where the pool has any; the names on the wire. */
    static List<String> of(Pool pool, Account account) {
        return pool.settings().usesMfa() ? account.mfa().methods() : List.of();
    }

    /**
     * Begins with one of the user's factors.
     *
     * @return where a code was sent; empty where an app shows it
     */
    Optional<Details> begin(Moment moment, Account account, String factor) {
        return switch (factor) {
            case Mfa.SMS -> Optional.of(delivery.secondFactor(moment, account, "phone_number"));
            case Mfa.EMAIL -> Optional.of(delivery.secondFactor(moment, account, "email"));
            default -> Optional.empty();
        };
    }

    /**
     * Ends with a code, which is used up.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is not good
     */
    void check(Pool pool, Account account, String factor, String code) {
        if (!factor.equals(Mfa.TOTP)) {
            pool.codes().use(account.username(), Kind.MFA, factor.equals(Mfa.SMS) ? "phone_number" : "email", code);
            return;
        }
        String secret = account.mfa().totpSecret();
        if (secret == null) {
            throw ErrorType.CODE_MISMATCH.because("Invalid code received for user");
        }
        pool.totp().use(account.username(), secret, code);
    }
}
