package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users prove themselves by after the password. */
record SecondFactors(CodeDelivery delivery) {

    /**
     * Those of the user, where the pool has any; the names on the wire. Where nobody may do without, the user's contacts will
     * do if he chose none.
     */
    static List<String> of(Pool pool, Account account) {
        List<String> available = pool.availableFactors();
        List<String> own =
                account.mfa().methods().stream().filter(available::contains).toList();
        if (!own.isEmpty() || !pool.settings().requiresMfa()) {
            return own;
        }
        return Stream.of(Mfa.SMS, Mfa.EMAIL)
                .filter(available::contains)
                .filter(factor -> isReachable(account, factor))
                .limit(1)
                .toList();
    }

    /**
     * Those of which the user is asked for one.
     *
     * @param wanted how surely he is to be known; null where that does not matter
     */
    static List<String> toAsk(Pool pool, Account account, @Nullable Assurance wanted) {
        List<String> all = of(pool, account);
        String preferred = account.mfa().preferred();
        if (wanted == Assurance.PASSWORD_AND_TOTP && all.contains(Mfa.TOTP)) {
            return List.of(Mfa.TOTP);
        }
        return preferred != null && all.contains(preferred) ? List.of(preferred) : all;
    }

    /** Whether a factor can be switched on for the user. */
    static boolean isReachable(Account account, String factor) {
        return factor.equals(Mfa.TOTP)
                ? account.mfa().totpSecret() != null
                : !account.attribute(Mfa.contactOf(factor)).isEmpty();
    }

    /**
     * Begins with one of the user's factors.
     *
     * @return where a code was sent; empty where an app shows it
     */
    Optional<Details> begin(Moment moment, Account account, String factor) {
        return factor.equals(Mfa.TOTP)
                ? Optional.empty()
                : Optional.of(delivery.secondFactor(moment, account, Mfa.contactOf(factor)));
    }

    /**
     * Ends with a code, which is used up.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is not good
     */
    void check(Pool pool, Account account, String factor, String code) {
        if (!factor.equals(Mfa.TOTP)) {
            pool.codes().use(account.username(), Kind.MFA, Mfa.contactOf(factor), code);
            return;
        }
        String secret = account.mfa().totpSecret();
        if (secret == null) {
            throw ErrorType.CODE_MISMATCH.because("Invalid code received for user");
        }
        pool.totp().use(account.username(), secret, code);
    }
}
