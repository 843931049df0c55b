package io.github.cognitoee.internal.config;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.Guests;
import io.github.cognitoee.IdentityPoolFlow;
import java.util.Optional;

/** Reads what concerns the identity pool, where the application has one. */
final class IdentityPoolReader {

    /** What configuration alone may name a pool beside: a definition that says nothing. */
    @CognitoIdentityPoolDefinition
    private static final class Silent {}

    private final ConfigReader reader;
    private final AnnotatedReader annotations;
    private final EndpointOverride overrides;

    IdentityPoolReader(ConfigReader reader, AnnotatedReader annotations, EndpointOverride overrides) {
        this.reader = reader;
        this.annotations = annotations;
        this.overrides = overrides;
    }

    Optional<IdentityPoolConfig> read(Optional<CognitoIdentityPoolDefinition> definition) {
        CognitoIdentityPoolDefinition said =
                definition.orElseGet(() -> Silent.class.getAnnotation(CognitoIdentityPoolDefinition.class));
        String id = annotations.string(Keys.IDENTITY_POOL_ID, said.id());
        if (id.isEmpty() && definition.isEmpty()) {
            return Optional.empty();
        }
        if (id.isEmpty()) {
            throw reader.invalid(
                    Keys.IDENTITY_POOL_ID,
                    "is missing, expected an identity pool id such as"
                            + " eu-west-1:1f0a6e2c-0000-4000-8000-000000000001");
        }
        return Optional.of(IdentityPoolConfig.of(id, reader.regionOfIdentityPool(Keys.IDENTITY_POOL_ID, id))
                .endpoint(overrides.endpoint(Keys.IDENTITY_POOL_ENDPOINT))
                .stsEndpoint(
                        overrides.only(Keys.STS_ENDPOINT).or(() -> overrides.endpoint(Keys.IDENTITY_POOL_ENDPOINT)))
                .loginsKey(Optional.of(annotations.string(Keys.LOGINS_KEY, said.loginsKey()))
                        .filter(key -> !key.isEmpty()))
                .checkRoles(annotations.flag(Keys.CHECK_ROLES, said.checkRoles(), said.checkRolesExpression()))
                .guests(guests(said.guests()))
                .classic(classic(said))
                .developer(new DeveloperReader(reader, annotations).read(said.developer()))
                .newIdentitiesPerSecond(
                        reader.perSecond(Keys.NEW_IDENTITIES).orElse(IdentityPoolConfig.NEW_IDENTITIES_PER_SECOND))
                .sharedCache(new SharedCacheReader(reader, annotations).read(said.shared()))
                .build());
    }

    private Optional<ClassicConfig> classic(CognitoIdentityPoolDefinition said) {
        IdentityPoolFlow flow =
                annotations.constant(Keys.FLOW, IdentityPoolFlow.class, said.flow(), said.flowExpression());
        return new ClassicReader(reader, annotations).read(flow, said.classic());
    }

    private GuestsConfig guests(Guests said) {
        GuestIdentity identity = annotations.constant(
                Keys.GUESTS_IDENTITY, GuestIdentity.class, said.identity(), said.identityExpression());
        AfterSignIn afterSignIn = annotations.constant(
                Keys.GUESTS_AFTER_SIGN_IN, AfterSignIn.class, said.afterSignIn(), said.afterSignInExpression());
        if (identity == GuestIdentity.PER_NODE && afterSignIn == AfterSignIn.LINK) {
            throw reader.invalid(
                    Keys.GUESTS_AFTER_SIGN_IN,
                    "is LINK, but all guests share one identity, which nobody can take along; expected DROP, or "
                            + Keys.GUESTS_IDENTITY.name() + "=PER_SESSION");
        }
        return new GuestsConfig(
                identity,
                afterSignIn,
                reader.perSecond(Keys.NEW_GUESTS).orElse(GuestsConfig.NEW_IDENTITIES_PER_SECOND));
    }
}
