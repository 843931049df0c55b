package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.ProviderName;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identity providers where users may have their account instead. The emulator knows those of OpenID Connect. */
final class ProviderOperations {

    private static final List<String> REQUIRED = List.of("client_id", "authorize_scopes", "oidc_issuer");

    private final Directory directory;

    ProviderOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateIdentityProvider.class, this::create).refusing(ErrorType.DUPLICATE_PROVIDER),
                Operation.signed(DescribeIdentityProvider.class, this::describe),
                Operation.signed(UpdateIdentityProvider.class, this::update),
                Operation.signed(DeleteIdentityProvider.class, this::delete),
                Operation.signed(ListIdentityProviders.class, this::list),
                Operation.signed(GetIdentityProviderByIdentifier.class, this::byIdentifier));
    }

    record CreateIdentityProvider(
            @PoolId String userPoolId,
            @ProviderName String providerName,
            @OneOf({"SAML", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "OIDC"}) String providerType,
            @Secret Map<String, @Secret String> providerDetails,
            @Nullable Map<String, String> attributeMapping,
            @Nullable @Length(max = 50) List<@Length(min = 1, max = 40) String> idpIdentifiers) {

        @Override
        public String toString() {
            return "CreateIdentityProvider[" + providerName + "]";
        }
    }

    private Object create(CreateIdentityProvider request) {
        Pool pool = directory.pool(request.userPoolId());
        if (!request.providerType().equals(IdentityProvider.OIDC)) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The emulator federates with providers of the type OIDC alone, not " + request.providerType());
        }
        checkDetails(request.providerDetails());
        Instant now = pool.now();
        IdentityProvider provider = new IdentityProvider(
                pool.id(),
                request.providerName(),
                request.providerType(),
                request.providerDetails(),
                mapping(request.attributeMapping()),
                Objects.requireNonNullElse(request.idpIdentifiers(), List.of()),
                now,
                now);
        pool.providers()
                .add(
                        provider.providerName(),
                        provider,
                        () -> ErrorType.DUPLICATE_PROVIDER.because(
                                "A provider with the name " + provider.providerName() + " already exists."));
        return Map.of("IdentityProvider", provider);
    }

    private static void checkDetails(Map<String, String> details) {
        REQUIRED.stream()
                .filter(name -> details.getOrDefault(name, "").isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because("Missing the detail " + name + " of an OIDC provider.");
                });
        boolean openid =
                List.of(details.getOrDefault("authorize_scopes", "").split(" ")).contains("openid");
        if (!openid) {
            throw ErrorType.INVALID_PARAMETER.because("authorize_scopes must include openid.");
        }
    }

    /** What Cognito maps in any case. */
    private static Map<String, String> mapping(@Nullable Map<String, String> given) {
        Map<String, String> mapping = new LinkedHashMap<>();
        mapping.put("username", "sub");
        if (given != null) {
            mapping.putAll(given);
        }
        return mapping;
    }

    record DescribeIdentityProvider(@PoolId String userPoolId, @Length(min = 1, max = 32) String providerName) {}

    private Object describe(DescribeIdentityProvider request) {
        Pool pool = directory.pool(request.userPoolId());
        return Map.of("IdentityProvider", pool.providers().required(request.providerName()));
    }

    record UpdateIdentityProvider(
            @PoolId String userPoolId,
            @Length(min = 1, max = 32) String providerName,
            @Nullable @Secret Map<String, @Secret String> providerDetails,
            @Nullable Map<String, String> attributeMapping,
            @Nullable @Length(max = 50) List<@Length(min = 1, max = 40) String> idpIdentifiers) {

        @Override
        public String toString() {
            return "UpdateIdentityProvider[" + providerName + "]";
        }
    }

    private Object update(UpdateIdentityProvider request) {
        Pool pool = directory.pool(request.userPoolId());
        if (request.providerDetails() != null) {
            checkDetails(request.providerDetails());
        }
        return Map.of(
                "IdentityProvider",
                pool.providers()
                        .change(
                                request.providerName(),
                                old -> new IdentityProvider(
                                        old.userPoolId(),
                                        old.providerName(),
                                        old.providerType(),
                                        Objects.requireNonNullElse(request.providerDetails(), old.providerDetails()),
                                        request.attributeMapping() == null
                                                ? old.attributeMapping()
                                                : mapping(request.attributeMapping()),
                                        Objects.requireNonNullElse(request.idpIdentifiers(), old.idpIdentifiers()),
                                        pool.now(),
                                        old.creationDate())));
    }

    record DeleteIdentityProvider(@PoolId String userPoolId, @Length(min = 1, max = 32) String providerName) {}

    private Object delete(DeleteIdentityProvider request) {
        directory.pool(request.userPoolId()).providers().remove(request.providerName());
        return Nothing.TO_TELL;
    }

    record ListIdentityProviders(
            @PoolId String userPoolId,
            @Nullable @Range(min = 0, max = 60) Integer maxResults,
            @Nullable @NextToken String nextToken) {}

    private Object list(ListIdentityProviders request) {
        List<IdentityProvider> providers =
                directory.pool(request.userPoolId()).providers().all();
        return Page.of(providers, request.maxResults(), request.nextToken()).as("Providers", "NextToken", Summary::of);
    }

    record GetIdentityProviderByIdentifier(
            @PoolId String userPoolId, @Length(min = 1, max = 40) String idpIdentifier) {}

    private Object byIdentifier(GetIdentityProviderByIdentifier request) {
        return Map.of(
                "IdentityProvider",
                directory.pool(request.userPoolId()).providers().all().stream()
                        .filter(provider -> provider.idpIdentifiers().contains(request.idpIdentifier()))
                        .findFirst()
                        .orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because(
                                "Identity provider " + request.idpIdentifier() + " does not exist.")));
    }

    private record Summary(String providerName, String providerType, Instant lastModifiedDate, Instant creationDate) {
        static Summary of(IdentityProvider provider) {
            return new Summary(
                    provider.providerName(),
                    provider.providerType(),
                    provider.lastModifiedDate(),
                    provider.creationDate());
        }
    }
}
