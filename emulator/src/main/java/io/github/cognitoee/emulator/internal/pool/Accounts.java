package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The users of a pool, in the order of their creation. Thread-safe; each change of an account is atomic. */
public final class Accounts {

    private static final String PREFERRED = "preferred_username";

    private final UsernameRules rules;
    private final Map<String, Account> byName = new LinkedHashMap<>();

    Accounts(UsernameRules rules) {
        this.rules = rules;
    }

    /** By user name alone. */
    public synchronized Optional<Account> named(String username) {
        return Optional.ofNullable(byName.get(rules.key(username)));
    }

    /** By whatever a person may type to sign in: the user name, or what the pool's rules take for one. */
    public synchronized Optional<Account> typed(String name) {
        return named(name).or(() -> byName.values().stream()
                .filter(account -> isKnownAs(account, name))
                .findFirst());
    }

    /** By what the service's own calls take: as {@link #typed}, or {@code sub}. */
    public synchronized Optional<Account> identified(String name) {
        return typed(name).or(() -> byName.values().stream()
                .filter(account -> account.sub().equals(name))
                .findFirst());
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none */
    public Account required(String name) {
        return identified(name).orElseThrow(() -> ErrorType.USER_NOT_FOUND.because("User does not exist."));
    }

    /** The one with this contact where contacts are user names. */
    synchronized Optional<Account> withContact(String attribute, String value) {
        return byName.values().stream()
                .filter(account -> rules.key(account.attribute(attribute)).equals(rules.key(value)))
                .findFirst();
    }

    /** Another account than this that is known by this alias. */
    public synchronized Optional<Account> holderOf(String alias, String value, Account other) {
        return byName.values().stream()
                .filter(account -> !account.username().equals(other.username()))
                .filter(account -> holdsAlias(account, alias, value))
                .findFirst();
    }

    public synchronized List<Account> all() {
        return List.copyOf(byName.values());
    }

    synchronized int size() {
        return byName.size();
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the name is taken */
    synchronized void add(Account account) {
        if (byName.putIfAbsent(rules.key(account.username()), account) != null) {
            throw ErrorType.USERNAME_EXISTS.because("User already exists");
        }
    }

    /**
     * Changes an account.
     *
     * @return as it is then
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is gone
     */
    public synchronized Account change(String username, UnaryOperator<Account> change) {
        Account present = named(username).orElseThrow(() -> ErrorType.USER_NOT_FOUND.because("User does not exist."));
        Account changed = change.apply(present);
        byName.put(rules.key(username), changed);
        return changed;
    }

    synchronized void changeAll(UnaryOperator<Account> change) {
        byName.replaceAll((name, account) -> change.apply(account));
    }

    public synchronized void remove(String username) {
        byName.remove(rules.key(username));
    }

    private boolean isKnownAs(Account account, String name) {
        return rules.asUsername().stream().anyMatch(contact -> rules.key(account.attribute(contact))
                        .equals(rules.key(name)))
                || rules.aliases().stream().anyMatch(alias -> holdsAlias(account, alias, name));
    }

    private boolean holdsAlias(Account account, String alias, String value) {
        return rules.key(account.attribute(alias)).equals(rules.key(value))
                && (alias.equals(PREFERRED) || account.isVerified(alias));
    }
}
