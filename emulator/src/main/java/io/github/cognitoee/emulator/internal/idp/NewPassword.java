package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.Map;

/**
 * Another password in place of a temporary one.
 *
 * @param attributes those that come with it
 */
record NewPassword(Pool pool, String password, Map<String, String> attributes) {

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the password or an attribute is not good */
    void check(Account account) {
        pool.checkPassword(password);
        pool.schema().check(attributes);
        attributes.keySet().stream()
                .filter(name -> isRequired(name) && !account.attribute(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because("Cannot modify an already provided " + name);
                });
        pool.schema()
                .checkComplete(account.withAttributes(attributes, pool.now()).attributes());
    }

    /** The user with it. It was checked. */
    Account setFor(Account account) {
        pool.accounts().change(account.username(), user -> user.withAttributes(attributes, pool.now()));
        return pool.setPassword(account.username(), password, UserStatus.CONFIRMED);
    }

    private boolean isRequired(String name) {
        return pool.schema().definitions().stream()
                .anyMatch(definition -> definition.name().equals(name) && Boolean.TRUE.equals(definition.required()));
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
