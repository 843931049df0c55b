package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts as aliases: a verified one is known for one user at a time. */
final class Aliases {

    private Aliases() {}

    /**
     * Makes way for a contact that is about to be verified.
     *
     * @param force whether to take it from the user who holds it
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if another holds it, and may keep it
     */
    static void claim(Pool pool, Account account, String contact, String value, boolean force) {
        if (!pool.usernameRules().aliases().contains(contact)) {
            return;
        }
        Optional<Account> holder = pool.accounts().holderOf(contact, value, account);
        if (holder.isPresent() && !force) {
            throw ErrorType.ALIAS_EXISTS.because("An account with the " + contact + " already exists.");
        }
        holder.ifPresent(other -> release(pool, other, contact));
    }

    /**
     * Makes way for the contacts with which an administrator makes a user, where they are verified already.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if another holds one, and may keep it
     */
    static void claimForNewUser(Pool pool, Map<String, String> attributes, boolean force) {
        for (String contact : List.of("email", "phone_number")) {
            String value = attributes.getOrDefault(contact, "");
            boolean verified = "true".equals(attributes.get(contact + "_verified"));
            if (!pool.usernameRules().aliases().contains(contact) || value.isEmpty() || !verified) {
                continue;
            }
            pool.accounts().typed(value).ifPresent(holder -> {
                if (!force) {
                    throw ErrorType.USERNAME_EXISTS.because(
                            "An account with the given " + contact + " already exists.");
                }
                release(pool, holder, contact);
            });
        }
    }

    private static void release(Pool pool, Account holder, String contact) {
        pool.accounts()
                .change(
                        holder.username(),
                        user -> user.withAttributes(Map.of(contact + "_verified", "false"), pool.now()));
    }
}
