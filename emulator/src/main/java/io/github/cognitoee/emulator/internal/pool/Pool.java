package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.srp.Identity;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user pool. Thread-safe. */
public final class Pool {

    private final Nature nature;
    private final Clock clock;
    private final Accounts accounts;
    private final Lockout lockout;
    private final HourlyLimits limits;
    private final Codes codes;
    private final Challenges challenges;
    private final Grants grants;
    private final LoginState login;
    private final Totp totp;
    private final Functions functions;
    private final Devices devices;
    private final Passkeys passkeys;
    private final Risks risks = new Risks();
    private final Table<AppClient> clients =
            new Table<>(key -> ErrorType.RESOURCE_NOT_FOUND.because("User pool client " + key + " does not exist."));
    private final Table<Group> groups = new Table<>(key -> ErrorType.RESOURCE_NOT_FOUND.because("Group not found."));
    private final Table<ResourceServer> resourceServers =
            new Table<>(key -> ErrorType.RESOURCE_NOT_FOUND.because("Resource server not found."));
    private final Table<IdentityProvider> providers =
            new Table<>(key -> ErrorType.RESOURCE_NOT_FOUND.because("Identity provider " + key + " does not exist."));
    private volatile Description description;
    private volatile @Nullable String domain;
    private volatile MfaFactors mfaFactors = MfaFactors.NONE;

    Pool(Nature nature, Description description, Means means) {
        this.nature = nature;
        this.description = description;
        this.clock = means.clock();
        this.accounts = new Accounts(nature.usernameRules());
        this.lockout = new Lockout(clock);
        this.limits = new HourlyLimits(clock);
        this.codes = new Codes(clock);
        this.challenges = new Challenges(clock);
        this.grants = new Grants(clock, means.newRefreshToken());
        this.login = LoginState.begin(clock);
        this.totp = new Totp(clock);
        this.functions = means.functions();
        this.passkeys = new Passkeys(clock);
        this.devices = new Devices(nature.id().substring(0, nature.id().indexOf('_')), clock);
    }

    /** As it was kept. */
    static Pool restored(PoolState state, String arn, Means means) {
        Nature nature =
                new Nature(state.id(), arn, state.created(), state.usernameRules(), Schema.restored(state.schema()));
        Pool pool = new Pool(nature, new Description(state.name(), state.settings(), state.modified()), means);
        pool.domain = state.domain();
        pool.mfaFactors = state.mfaFactors();
        pool.devices.restore(state.devices());
        pool.passkeys.restore(state.passkeys());
        state.groups().forEach(group -> pool.groups.put(group.groupName(), group));
        state.resourceServers().forEach(server -> pool.resourceServers.put(server.identifier(), server));
        state.providers().forEach(provider -> pool.providers.put(provider.providerName(), provider));
        state.clients().forEach(client -> pool.clients.put(client.id(), client.in(state.id())));
        state.accounts().forEach(pool.accounts::add);
        pool.grants.restore(state.signIns());
        return pool;
    }

    /** The form in which a file keeps it. */
    public PoolState state() {
        return PoolState.of(this);
    }

    /** What never changes of a pool. */
    record Nature(String id, String arn, Instant created, UsernameRules usernameRules, Schema schema) {}

    /** What can be told of a pool anew. */
    record Description(String name, PoolSettings settings, Instant modified) {}

    /** What pools need from outside. */
    public record Means(Clock clock, Supplier<String> newRefreshToken, Functions functions) {}

    public String id() {
        return nature.id();
    }

    public String arn() {
        return nature.arn();
    }

    public String name() {
        return description.name();
    }

    public PoolSettings settings() {
        return description.settings();
    }

    public Instant created() {
        return nature.created();
    }

    public Instant modified() {
        return description.modified();
    }

    public Instant now() {
        return clock.instant();
    }

    public UsernameRules usernameRules() {
        return nature.usernameRules();
    }

    public Schema schema() {
        return nature.schema();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Table<AppClient> clients() {
        return clients;
    }

    public Table<Group> groups() {
        return groups;
    }

    public Table<ResourceServer> resourceServers() {
        return resourceServers;
    }

    public Table<IdentityProvider> providers() {
        return providers;
    }

    public Lockout lockout() {
        return lockout;
    }

    public HourlyLimits limits() {
        return limits;
    }

    public Codes codes() {
        return codes;
    }

    public Challenges challenges() {
        return challenges;
    }

    public Grants grants() {
        return grants;
    }

    public Totp totp() {
        return totp;
    }

    /** What is called in the course of its flows. */
    public Functions functions() {
        return functions;
    }

    public Devices devices() {
        return devices;
    }

    public Passkeys passkeys() {
        return passkeys;
    }

    /** What threat protection makes of sign-ins. */
    public Risks risks() {
        return risks;
    }

    /** The second factors that were set up for the pool as such. */
    public MfaFactors mfaFactors() {
        return mfaFactors;
    }

    /**
     * Sets up second factors.
     *
     * @param use whether they are asked for, such as {@code OPTIONAL}
     */
    public void setMfa(MfaFactors factors, String use) {
        mfaFactors = factors;
        description = new Description(name(), settings().withMfa(use), now());
    }

    /** The second factors that users can have, by their names on the wire. */
    public List<String> availableFactors() {
        if (!settings().usesMfa()) {
            return List.of();
        }
        List<String> names = mfaFactors.names();
        return settings().smsConfiguration() == null || names.contains(Mfa.SMS)
                ? names
                : Stream.concat(Stream.of(Mfa.SMS), names.stream()).toList();
    }

    /** Gives a user other second factors. */
    public Account setMfa(Account account, UnaryOperator<Mfa> change) {
        return accounts.change(account.username(), user -> user.withMfa(change.apply(user.mfa()), now()));
    }

    /** What is under way at the pool's pages. */
    public LoginState login() {
        return login;
    }

    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    void setDomain(@Nullable String prefix) {
        domain = prefix;
    }

    public int size() {
        return accounts.size();
    }

    /** @param name null to keep it */
    public void update(@Nullable String name, PoolSettings settings) {
        description = new Description(Objects.requireNonNullElse(name, name()), settings, now());
    }

    public boolean allowsSignUp() {
        return settings().allowsSignUp();
    }

    public boolean verifies(String attribute) {
        return settings().verifies(attribute);
    }

    public boolean keepsUntilVerified(String attribute) {
        return settings().keepsUntilVerified(attribute);
    }

    /**
     * Adds a user.
     *
     * @param typed the user name, or the contact that stands for it in this pool
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the name is taken or an attribute is impossible
     */
    public Account register(String typed, Map<String, String> attributes, UserStatus status) {
        return register(newUser(typed, attributes), status);
    }

    /**
     * A user who is not here yet.
     *
     * @param typed the user name, or the contact that stands for it in this pool
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the name or an attribute is impossible
     */
    public NewUser newUser(String typed, Map<String, String> attributes) {
        schema().check(attributes);
        return NewUser.of(usernameRules(), typed, attributes, UUID.randomUUID().toString());
    }

    /**
     * Adds a user.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the name is taken
     */
    public Account register(NewUser user, UserStatus status) {
        synchronized (accounts) {
            usernameRules().asUsername().forEach(contact -> checkFree(contact, user.attributes()));
            Account account = Account.created(user.username(), user.sub(), user.attributes(), status, now());
            accounts.add(account);
            return account;
        }
    }

    private void checkFree(String contact, Map<String, String> attributes) {
        String value = attributes.getOrDefault(contact, "");
        if (!value.isEmpty() && accounts.withContact(contact, value).isPresent()) {
            throw ErrorType.USERNAME_EXISTS.because("An account with the given " + contact + " already exists.");
        }
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it breaks the pool's policy */
    public void checkPassword(String password) {
        settings().passwordPolicy().check(password);
    }

    /**
     * Gives a user another password.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it breaks the pool's policy, or was used before
     */
    public Account setPassword(String username, String password, UserStatus status) {
        checkPassword(password);
        int history = settings().passwordPolicy().history();
        if (accounts.named(username)
                .filter(account -> account.passwords().had(password, history))
                .isPresent()) {
            throw ErrorType.PASSWORD_HISTORY.because("Password has previously been used");
        }
        return replacePassword(username, password, status);
    }

    /**
     * Gives a user a password to sign in with once, whatever passwords there were before.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it breaks the pool's policy
     */
    public Account setTemporaryPassword(String username, String password) {
        checkPassword(password);
        return replacePassword(username, password, UserStatus.FORCE_CHANGE_PASSWORD);
    }

    /** Gives a confirmed user the password that he has elsewhere, whatever the pool's policy says. */
    public Account keepPassword(String username, String password) {
        return replacePassword(username, password, UserStatus.CONFIRMED);
    }

    private Account replacePassword(String username, String password, UserStatus status) {
        return accounts.change(username, account -> account.withPasswords(
                        account.passwords().with(identityOf(account), password, now()), now())
                .withStatus(status, now()));
    }

    Identity identityOf(Account account) {
        return Identity.ofUser(id(), account.username());
    }

    /** Whether this is the password. What an older version did not keep of it is made up for. */
    public boolean accepts(Account account, String password) {
        boolean right = account.passwords().accept(password);
        if (right && account.passwords().proof().isEmpty()) {
            Verifier missing = Verifier.of(identityOf(account), password);
            accounts.change(
                    account.username(),
                    user -> user.passwords().equals(account.passwords())
                            ? user.withPasswords(user.passwords().provenBy(missing), user.modified())
                            : user);
        }
        return right;
    }

    /** What is needed to let the user prove that he knows the password; empty where an older version kept less. */
    public Optional<Verifier> verifierOf(Account account) {
        return account.passwords().proof();
    }

    /** Whether a temporary password waited too long for its use. */
    public boolean isTemporaryPasswordOver(Account account) {
        Instant setAt = account.passwords().setAt();
        return account.status() == UserStatus.FORCE_CHANGE_PASSWORD
                && setAt != null
                && !now().isBefore(setAt.plus(settings().passwordPolicy().temporaryValidity()));
    }

    public void delete(Account account) {
        accounts.remove(account.username());
        codes.forget(account.username());
        lockout.succeeded(account.username());
        devices.forgetAllOf(account.username());
        passkeys.forgetAllOf(account.username());
        risks.forget(account.username());
        totp.forget(account.username());
        grants.revokeAll(account.username());
    }

    public void deleteGroup(String name) {
        groups.remove(name);
        accounts.changeAll(account -> {
            if (!account.groups().contains(name)) {
                return account;
            }
            Set<String> rest = new LinkedHashSet<>(account.groups());
            rest.remove(name);
            return account.withGroups(rest, now());
        });
    }

    public List<Group> groupsOf(Account account) {
        return account.groups().stream()
                .map(groups::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All scopes that its resource servers define. */
    public List<String> customScopes() {
        return resourceServers.all().stream()
                .flatMap(ResourceServer::scopeNames)
                .toList();
    }

    @Override
    public String toString() {
        return "Pool[" + id() + "]";
    }
}
