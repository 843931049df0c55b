package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.Mail;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.Mail.Purpose;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.AccountRecoverySetting;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.RecoveryOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes codes and sends them, and tells the caller where to, without telling the address. */
final class CodeDelivery {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone_number";

    private final Postbox postbox;

    CodeDelivery(Postbox postbox) {
        this.postbox = postbox;
    }

    /** {@code CodeDeliveryDetails}. */
    record Details(String destination, String deliveryMedium, String attributeName) {

        static Details of(String contact, String address) {
            return new Details(masked(contact, address), mediumOf(contact), contact);
        }

        /** What an unknown user's details could be; always the same for the same name. */
        static Details simulated(String username) {
            return simulated(username, EMAIL);
        }

        static Details simulated(String username, String contact) {
            if (contact.equals(PHONE)) {
                return new Details("+********%04d".formatted(Math.floorMod(username.hashCode(), 10_000)), "SMS", PHONE);
            }
            int hash = Math.floorMod(username.hashCode(), 26 * 26);
            char first = (char) ('a' + hash % 26);
            char second = (char) ('a' + hash / 26);
            return new Details(first + "***@" + second + "***", "EMAIL", EMAIL);
        }

        private static String masked(String contact, String address) {
            if (contact.equals(EMAIL)) {
                int at = address.indexOf('@');
                return address.charAt(0) + "***@" + address.substring(at + 1, at + 2) + "***";
            }
            int shown = Math.max(1, address.length() - 4);
            return "+" + "*".repeat(shown - 1) + address.substring(shown);
        }
    }

    /** A temporary password for a user whom an administrator made. */
    void invite(Pool pool, Account account, String password, @Nullable List<String> mediums) {
        List<String> wanted = mediums == null || mediums.isEmpty() ? List.of("SMS") : mediums;
        wanted.stream()
                .map(medium -> medium.equals("EMAIL") ? EMAIL : PHONE)
                .filter(contact -> !account.attribute(contact).isEmpty())
                .forEach(contact -> send(pool, account, Purpose.INVITATION, contact, password));
    }

    /** A code to confirm a sign-up, to the contact that the pool verifies; the telephone goes first. */
    Optional<Details> confirmSignUp(Pool pool, Account account) {
        return signUpContact(pool, account).map(contact -> {
            String code = pool.codes().issue(account.username(), Kind.SIGN_UP, "", contact);
            return send(pool, account, Purpose.SIGN_UP, contact, code);
        });
    }

    /** A code to sign in with, besides the password. */
    Details secondFactor(Pool pool, Account account, String contact) {
        String code = pool.codes().issue(account.username(), Kind.MFA, contact, contact);
        return send(pool, account, Purpose.MFA, contact, code);
    }

    static Optional<String> signUpContact(Pool pool, Account account) {
        return List.of(PHONE, EMAIL).stream()
                .filter(contact ->
                        pool.verifies(contact) && !account.attribute(contact).isEmpty())
                .findFirst();
    }

    /**
     * A code to set another password, to a verified contact.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none
     */
    Details recover(Pool pool, Account account) {
        String contact = recoveryContacts(pool).stream()
                .filter(candidate -> account.isVerified(candidate)
                        && !account.attribute(candidate).isEmpty())
                .findFirst()
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because(
                        "Cannot reset password for the user as there is no registered/verified email or phone_number"));
        String code = pool.codes().issue(account.username(), Kind.FORGOT_PASSWORD, "", contact);
        return send(pool, account, Purpose.FORGOT_PASSWORD, contact, code);
    }

    private static List<String> recoveryContacts(Pool pool) {
        AccountRecoverySetting setting = pool.settings().accountRecoverySetting();
        if (setting == null || setting.recoveryMechanisms() == null) {
            return List.of(PHONE, EMAIL);
        }
        List<RecoveryOption> options = setting.recoveryMechanisms();
        if (options.stream().anyMatch(option -> option.name().equals("admin_only"))) {
            throw ErrorType.NOT_AUTHORIZED.because("Contact administrator to reset password.");
        }
        return options.stream()
                .sorted(Comparator.comparing(RecoveryOption::priority))
                .map(option -> option.name().substring("verified_".length()))
                .toList();
    }

    /**
     * A code to verify a contact.
     *
     * @param address where it goes, which need not be the user's yet
     */
    Details verify(Pool pool, Account account, String contact, String address) {
        String code = pool.codes().issue(account.username(), Kind.ATTRIBUTE, contact, address);
        return send(pool, account, Purpose.ATTRIBUTE, contact, address, code);
    }

    private Details send(Pool pool, Account account, Purpose purpose, String contact, String secret) {
        return send(pool, account, purpose, contact, account.attribute(contact), secret);
    }

    private Details send(Pool pool, Account account, Purpose purpose, String contact, String address, String secret) {
        postbox.accept(
                new Mail(pool.id(), account.username(), purpose, mediumOf(contact), address, secret, pool.now()));
        return Details.of(contact, address);
    }

    private static String mediumOf(String contact) {
        return contact.equals(EMAIL) ? "EMAIL" : "SMS";
    }
}
