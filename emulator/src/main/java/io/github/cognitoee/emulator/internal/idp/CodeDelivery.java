package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.Mail;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.AccountRecoverySetting;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.RecoveryOption;
import io.github.cognitoee.emulator.internal.trigger.CustomMessage;
import io.github.cognitoee.emulator.internal.trigger.CustomMessage.Source;
import io.github.cognitoee.emulator.internal.trigger.Moment;
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
    void invite(Moment moment, Account account, String password, @Nullable List<String> mediums) {
        List<String> wanted = mediums == null || mediums.isEmpty() ? List.of("SMS") : mediums;
        wanted.stream()
                .map(medium -> medium.equals("EMAIL") ? EMAIL : PHONE)
                .filter(contact -> !account.attribute(contact).isEmpty())
                .forEach(contact -> send(moment, account, Source.INVITATION, contact, password));
    }

    /** A code to confirm a sign-up, to the contact that the pool verifies; the telephone goes first. */
    Optional<Details> confirmSignUp(Moment moment, Account account) {
        return confirmSignUp(moment, account, Source.SIGN_UP);
    }

    /** As {@link #confirmSignUp}, once more. */
    Optional<Details> confirmSignUpAgain(Moment moment, Account account) {
        return confirmSignUp(moment, account, Source.RESENT);
    }

    private Optional<Details> confirmSignUp(Moment moment, Account account, Source source) {
        return signUpContact(moment.pool(), account).map(contact -> {
            String code = moment.pool().codes().issue(account.username(), Kind.SIGN_UP, "", contact);
            return send(moment, account, source, contact, code);
        });
    }

    /** A code to sign in with, besides the password. */
    Details secondFactor(Moment moment, Account account, String contact) {
        String code = moment.pool().codes().issue(account.username(), Kind.MFA, contact, contact);
        return send(moment, account, Source.SIGN_IN, contact, code);
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
    Details recover(Moment moment, Account account) {
        String contact = recoveryContacts(moment.pool()).stream()
                .filter(candidate -> account.isVerified(candidate)
                        && !account.attribute(candidate).isEmpty())
                .findFirst()
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because(
                        "Cannot reset password for the user as there is no registered/verified email or phone_number"));
        String code = moment.pool().codes().issue(account.username(), Kind.FORGOT_PASSWORD, "", contact);
        return send(moment, account, Source.FORGOT_PASSWORD, contact, code);
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
    Details verify(Moment moment, Account account, String contact, String address) {
        return verify(moment, account, Source.ATTRIBUTE, contact, address);
    }

    /** As {@link #verify}, because the user has just changed it. */
    Details verifyChanged(Moment moment, Account account, String contact, String address) {
        return verify(moment, account, Source.CHANGED_ATTRIBUTE, contact, address);
    }

    private Details verify(Moment moment, Account account, Source source, String contact, String address) {
        String code = moment.pool().codes().issue(account.username(), Kind.ATTRIBUTE, contact, address);
        return send(moment, account, source, contact, address, code);
    }

    private Details send(Moment moment, Account account, Source source, String contact, String secret) {
        return send(moment, account, source, contact, account.attribute(contact), secret);
    }

    private Details send(Moment moment, Account account, Source source, String contact, String address, String secret) {
        Wording wording = Wording.of(source);
        Mail mail = new Mail(
                moment.pool().id(),
                account.username(),
                wording.purpose(),
                mediumOf(contact),
                address,
                secret,
                moment.pool().now(),
                contact.equals(EMAIL) ? wording.subject() : null,
                wording.text(account.username(), secret));
        postbox.accept(new CustomMessage(moment).written(source, account, mail));
        return Details.of(contact, address);
    }

    private static String mediumOf(String contact) {
        return contact.equals(EMAIL) ? "EMAIL" : "SMS";
    }
}
