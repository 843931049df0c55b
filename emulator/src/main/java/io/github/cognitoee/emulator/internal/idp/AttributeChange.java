package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** New values of attributes of a user, checked against the pool; an empty value deletes. */
record AttributeChange(Pool pool, Account account, Map<String, String> changes) {

    private static final List<String> CONTACTS = List.of("email", "phone_number");

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the pool does not allow it */
    static AttributeChange of(Pool pool, Account account, Map<String, String> changes) {
        pool.schema().check(changes);
        pool.schema().checkMutable(changes, account.attributes());
        return new AttributeChange(pool, account, changes);
    }

    /** Makes the change as it is, verified contacts included. */
    Account byAdministrator() {
        checkAliases();
        return apply(unverifiedUnlessSaid(changes));
    }

    /**
     * Makes the change of the user's own. A contact that the pool keeps until it is verified stays as it is.
     *
     * @return the contacts to verify, and the address of each
     */
    Map<String, String> byUser(AppClient client) {
        checkWritable(client);
        checkAliases();
        Map<String, String> toVerify = new LinkedHashMap<>();
        for (String contact : CONTACTS) {
            String address = changes.get(contact);
            if (address != null && isNew(contact) && pool.verifies(contact)) {
                toVerify.put(contact, address);
            }
        }
        Map<String, String> now = new LinkedHashMap<>(changes);
        toVerify.keySet().stream().filter(pool::keepsUntilVerified).forEach(now::remove);
        apply(unverifiedUnlessSaid(now));
        return toVerify;
    }

    private Account apply(Map<String, String> effective) {
        return pool.accounts().change(account.username(), present -> present.withAttributes(effective, pool.now()));
    }

    private void checkWritable(AppClient client) {
        changes.keySet().forEach(name -> {
            if (!client.settings().writes(name) || name.endsWith("_verified")) {
                throw ErrorType.NOT_AUTHORIZED.because("A client attempted to write unauthorized attribute");
            }
        });
    }

    private void checkAliases() {
        List<String> unique = pool.usernameRules().asUsername().isEmpty()
                ? pool.usernameRules().aliases()
                : pool.usernameRules().asUsername();
        for (String alias : unique) {
            boolean byVerified = !alias.equals("preferred_username")
                    && pool.usernameRules().asUsername().isEmpty();
            if (isNew(alias)
                    && (!byVerified || "true".equals(changes.get(alias + "_verified")))
                    && isTaken(alias, changes.getOrDefault(alias, ""))) {
                throw ErrorType.ALIAS_EXISTS.because("An account with the " + alias + " already exists.");
            }
        }
    }

    private boolean isTaken(String alias, String value) {
        return pool.accounts().all().stream()
                .filter(other -> !other.username().equals(account.username()))
                .filter(other -> other.attribute(alias).equals(value))
                .anyMatch(other -> alias.equals("preferred_username")
                        || !pool.usernameRules().asUsername().isEmpty()
                        || other.isVerified(alias));
    }

    /** A contact that changes is no longer verified, unless the same change says so. */
    private Map<String, String> unverifiedUnlessSaid(Map<String, String> effective) {
        Map<String, String> all = new LinkedHashMap<>(effective);
        for (String contact : CONTACTS) {
            if (effective.containsKey(contact)
                    && !effective.get(contact).equals(account.attribute(contact))
                    && !account.attribute(contact + "_verified").isEmpty()) {
                all.putIfAbsent(contact + "_verified", effective.get(contact).isEmpty() ? "" : "false");
            }
        }
        return all;
    }

    private boolean isNew(String name) {
        String value = changes.getOrDefault(name, "");
        return !value.isEmpty() && !value.equals(account.attribute(name));
    }
}
