package io.github.cognitoee.internal.config;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.Proof;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Turns the definition annotations and the configuration of operations into {@link CognitoSettings}. Not thread-safe:
 * one instance, one deployment.
 */
public final class SettingsReader {

    private static final System.Logger LOG = System.getLogger(SettingsReader.class.getName());
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

    private final ConfigReader reader;

    /** @param sources the first that knows a key wins */
    public SettingsReader(List<ConfigSource> sources) {
        this.reader = new ConfigReader(sources);
    }

    /** Whether the library is switched on, {@code cognito.enabled}; it is, unless said otherwise. */
    public boolean enabled() {
        return reader.flag(Keys.ENABLED, true);
    }

    /**
     * Reads everything.
     *
     * @param where the annotated class, named in error messages
     * @param expressions evaluates what the annotations hold of Expression Language
     * @throws CognitoConfigurationException when a value is missing or wrong; the message names class, annotation, key
     *     and expectation
     */
    public CognitoSettings read(
            String where,
            CognitoAuthenticationMechanismDefinition mechanism,
            Optional<CognitoIdentityPoolDefinition> identityPool,
            Expressions expressions) {
        return read(where, annotations -> settings(mechanism, identityPool, annotations), expressions);
    }

    /**
     * Reads everything where the identity store stands alone.
     *
     * @param otherMechanism under which it does
     * @throws CognitoConfigurationException as {@link #read}
     */
    public CognitoSettings readStore(
            String where,
            CognitoIdentityStoreDefinition store,
            OtherMechanism otherMechanism,
            Optional<CognitoIdentityPoolDefinition> identityPool,
            Expressions expressions) {
        return read(where, annotations -> settings(store, otherMechanism, identityPool, annotations), expressions);
    }

    private CognitoSettings read(
            String where, Function<AnnotatedReader, CognitoSettings> settingsOf, Expressions expressions) {
        new KeyCheck(reader.names(), warning -> Problem.STRANGE_KEY.log(LOG, "{0}", warning)).run();
        try {
            CognitoSettings settings = settingsOf.apply(new AnnotatedReader(reader, expressions));
            new Announcement(settings, reader).log(LOG);
            return settings;
        } catch (CognitoConfigurationException e) {
            String message = e.getMessage() + " [definition on " + where + "]";
            throw Problem.isNamedIn(message)
                    ? new CognitoConfigurationException(message)
                    : Problem.WRONG_VALUE.exception(message);
        }
    }

    private CognitoSettings settings(
            CognitoAuthenticationMechanismDefinition mechanism,
            Optional<CognitoIdentityPoolDefinition> identityPool,
            AnnotatedReader annotations) {
        EndpointOverride overrides = new EndpointOverride(reader);
        VerificationConfig verification = verification(mechanism, annotations, overrides);
        RoleMapping roles = new RolesReader(reader).read();
        Set<Proof> accepts =
                annotations.constants(Keys.ACCEPTS, Proof.class, mechanism.accepts(), mechanism.acceptsExpression());
        if (accepts.isEmpty()) {
            throw reader.invalid(Keys.ACCEPTS, "is empty, so nobody could sign in; expected at least one proof");
        }
        long tokenCacheBytes = tokenCacheBytes();
        UserPoolConfig userPool = verification.userPools().get(0);
        Optional<ManagedLoginConfig> managedLogin = accepts.contains(Proof.MANAGED_LOGIN)
                ? Optional.of(
                        new ManagedLoginReader(reader, annotations, overrides).read(mechanism.managedLogin(), userPool))
                : Optional.empty();
        Optional<SignInConfig> signIn =
                new SignInReader(reader, annotations, overrides).read(mechanism.signIn(), userPool, managedLogin);
        if (accepts.contains(Proof.BASIC) || accepts.contains(Proof.FORM)) {
            requireClient(signIn);
        }
        Optional<FormConfig> form = accepts.contains(Proof.FORM)
                ? Optional.of(new FormReader(reader, annotations)
                        .read(mechanism.form(), signIn.orElseThrow().clientId(), verification))
                : Optional.empty();
        return new CognitoSettings(
                verification,
                tokenCacheBytes,
                callerNameClaim(annotations, mechanism.callerNameClaim()),
                roles,
                assuranceLevels(),
                declaredRoles(roles),
                protectedResource(),
                new IdentityPoolReader(reader, annotations, overrides).read(identityPool),
                new BaseUrlReader(reader).read(),
                accepts.contains(Proof.BEARER),
                managedLogin,
                form,
                sessions(userPool, managedLogin, form, tokenCacheBytes),
                signIn,
                accepts.contains(Proof.BASIC)
                        ? Optional.of(new BasicReader(reader, annotations).read(mechanism.basic(), verification))
                        : Optional.empty(),
                Optional.empty());
    }

    private Optional<SessionConfig> sessions(
            UserPoolConfig userPool,
            Optional<ManagedLoginConfig> managedLogin,
            Optional<FormConfig> form,
            long tokenCacheBytes) {
        Map<Proof, String> clientIds = new EnumMap<>(Proof.class);
        managedLogin.ifPresent(login -> clientIds.put(Proof.MANAGED_LOGIN, login.clientId()));
        form.ifPresent(login -> clientIds.put(Proof.FORM, login.clientId()));
        return clientIds.isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionReader(reader).read(userPool, clientIds, tokenCacheBytes));
    }

    private CognitoSettings settings(
            CognitoIdentityStoreDefinition store,
            OtherMechanism otherMechanism,
            Optional<CognitoIdentityPoolDefinition> identityPool,
            AnnotatedReader annotations) {
        for (Key key : List.of(Keys.ACCEPTS, Keys.REQUIRED_SCOPES)) {
            if (reader.find(key).isPresent()) { // what would silently not hold
                throw reader.invalid(
                        key,
                        "is for the library's own mechanism, and @CognitoIdentityStoreDefinition has none; remove the"
                                + " key");
            }
        }
        EndpointOverride overrides = new EndpointOverride(reader);
        VerificationConfig verification = verification(store, annotations, overrides);
        Optional<SignInConfig> signIn = new SignInReader(reader, annotations, overrides)
                .read(store.signIn(), verification.userPools().get(0), Optional.empty());
        requireClient(signIn);
        RoleMapping roles = new RolesReader(reader).read();
        return new CognitoSettings(
                verification,
                tokenCacheBytes(),
                callerNameClaim(annotations, store.callerNameClaim()),
                roles,
                assuranceLevels(),
                declaredRoles(roles),
                Optional.empty(),
                new IdentityPoolReader(reader, annotations, overrides).read(identityPool),
                new BaseUrlReader(reader).read(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                signIn,
                otherMechanism.basicRealm().map(new BasicReader(reader, annotations)::read),
                Optional.of(otherMechanism));
    }

    private void requireClient(Optional<SignInConfig> signIn) {
        if (signIn.isEmpty()) {
            throw reader.invalid(
                    Keys.SIGN_IN_CLIENT_ID,
                    "is missing, and " + Keys.USER_POOL_CLIENT_IDS.name()
                            + " names several; expected the app client by which passwords are put to Cognito");
        }
    }

    private static Optional<String> callerNameClaim(AnnotatedReader annotations, String member) {
        return Optional.of(annotations.string(Keys.CALLER_NAME_CLAIM, member)).filter(claim -> !claim.isEmpty());
    }

    /** No bearer shows a token, so that nothing of theirs applies: neither the kinds of tokens nor their scopes. */
    private VerificationConfig verification(
            CognitoIdentityStoreDefinition store, AnnotatedReader annotations, EndpointOverride overrides) {
        return new VerificationConfig(
                List.of(new UserPoolsReader(reader, annotations, overrides).read(store.userPool())),
                BearerTokens.ACCESS,
                Set.of(),
                annotations.strings(Keys.REQUIRED_GROUPS, store.requiredGroups(), store.requiredGroupsExpression()),
                annotations.string(Keys.CALLER_GROUPS_CLAIM, store.callerGroupsClaim()),
                clockSkew());
    }

    private Duration clockSkew() {
        return reader.duration(Keys.CLOCK_SKEW, "PT60S").orElse(DEFAULT_SKEW);
    }

    private VerificationConfig verification(
            CognitoAuthenticationMechanismDefinition mechanism,
            AnnotatedReader annotations,
            EndpointOverride overrides) {
        return new VerificationConfig(
                new UserPoolsReader(reader, annotations, overrides).read(mechanism),
                annotations.constant(
                        Keys.BEARER_TOKENS,
                        BearerTokens.class,
                        mechanism.bearerTokens(),
                        mechanism.bearerTokensExpression()),
                annotations.strings(
                        Keys.REQUIRED_SCOPES, mechanism.requiredScopes(), mechanism.requiredScopesExpression()),
                annotations.strings(
                        Keys.REQUIRED_GROUPS, mechanism.requiredGroups(), mechanism.requiredGroupsExpression()),
                annotations.string(Keys.CALLER_GROUPS_CLAIM, mechanism.callerGroupsClaim()),
                clockSkew());
    }

    /** A role that a group is mapped to is known to the application, whether an annotation names it or not. */
    private Set<String> declaredRoles(RoleMapping mapping) {
        Set<String> roles = new TreeSet<>(reader.list(Keys.DECLARED_ROLES));
        mapping.rolesByGroup().values().forEach(roles::addAll);
        return roles;
    }

    private AssuranceLevels assuranceLevels() {
        List<String> levels = List.copyOf(reader.list(Keys.ASSURANCE_LEVELS));
        for (String level : levels) {
            if (!ScopeText.isOne(level)) {
                throw reader.invalid(
                        Keys.ASSURANCE_LEVELS,
                        "holds '" + level + "', expected names without blanks, quotation marks and backslashes");
            }
        }
        return levels.isEmpty() ? AssuranceLevels.OF_COGNITO : new AssuranceLevels(levels);
    }

    /** How much memory tokens that were seen before may take; a sixteenth of the heap, at most 64 MiB, unless said. */
    private long tokenCacheBytes() {
        return reader.find(Keys.TOKEN_CACHE_SIZE)
                .map(value -> {
                    if (!value.matches("\\d{1,5}")) {
                        throw reader.invalid(
                                Keys.TOKEN_CACHE_SIZE,
                                "is '" + value + "', expected a number of MiB, or 0 for no cache");
                    }
                    return Long.parseLong(value) * MEBIBYTE;
                })
                .orElseGet(() -> Math.min(64 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 16));
    }

    private Optional<ProtectedResource> protectedResource() {
        Optional<String> name = reader.find(Keys.RESOURCE_NAME);
        Optional<String> id = reader.find(Keys.RESOURCE_ID);
        if (id.isEmpty() && name.isPresent()) {
            throw reader.invalid(
                    Keys.RESOURCE_NAME, "names a protected resource, but " + Keys.RESOURCE_ID.name() + " is missing");
        }
        return id.map(value -> {
            try {
                return new ProtectedResource(new URI(value), name.orElse(""));
            } catch (URISyntaxException e) {
                throw reader.invalid(
                        Keys.RESOURCE_ID,
                        "is '" + value + "', expected an https URL such as https://api.example.com/orders");
            } catch (CognitoConfigurationException e) {
                throw reader.invalid(Keys.RESOURCE_ID, "cannot be taken: " + e.getMessage());
            }
        });
    }
}
