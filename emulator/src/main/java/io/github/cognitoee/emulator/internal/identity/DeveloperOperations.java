package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.DeveloperRequests.GetOpenIdTokenForDeveloperIdentity;
import io.github.cognitoee.emulator.internal.identity.DeveloperRequests.LookupDeveloperIdentity;
import io.github.cognitoee.emulator.internal.identity.DeveloperRequests.MergeDeveloperIdentities;
import io.github.cognitoee.emulator.internal.identity.DeveloperRequests.UnlinkDeveloperIdentity;
import io.github.cognitoee.emulator.internal.identity.FederatedOperations.IdentityId;
import io.github.cognitoee.emulator.internal.identity.FederatedOperations.IdentityToken;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Developer authenticated identities: the developer vouches for users of their own by signing the call. */
final class DeveloperOperations {

    private static final int DEFAULT_SECONDS = 900;
    private static final int PAGE = 60;

    private final IdentityPools pools;
    private final Identities identities;
    private final Callers callers;
    private final LoginVerifier logins;
    private final IdentityTokens tokens;

    DeveloperOperations(
            IdentityPools pools, Identities identities, Callers callers, LoginVerifier logins, IdentityTokens tokens) {
        this.pools = pools;
        this.identities = identities;
        this.callers = callers;
        this.logins = logins;
        this.tokens = tokens;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(GetOpenIdTokenForDeveloperIdentity.class, this::getOpenIdToken)
                        .refusing(ErrorType.RESOURCE_CONFLICT, ErrorType.DEVELOPER_USER_ALREADY_REGISTERED),
                Operation.signed(LookupDeveloperIdentity.class, this::lookup)
                        .refusing(ErrorType.RESOURCE_CONFLICT)
                        .neverRefusing(ErrorType.NOT_AUTHORIZED),
                Operation.signed(MergeDeveloperIdentities.class, this::merge)
                        .refusing(ErrorType.RESOURCE_CONFLICT)
                        .neverRefusing(ErrorType.NOT_AUTHORIZED),
                Operation.signed(UnlinkDeveloperIdentity.class, this::unlink)
                        .refusing(ErrorType.RESOURCE_CONFLICT)
                        .neverRefusing(ErrorType.NOT_AUTHORIZED));
    }

    record LookedUp(String identityId, List<String> developerUserIdentifierList, @Nullable String nextToken) {}

    private IdentityToken getOpenIdToken(GetOpenIdTokenForDeveloperIdentity request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        Map<String, String> others = new LinkedHashMap<>(request.logins());
        String developer =
                pool.developerProvider().filter(others::containsKey).orElseThrow(DeveloperOperations::notTheDeveloper);
        Login user = new Login(developer, others.remove(developer), true);
        List<VerifiedLogin> verified =
                logins.verify(pool, PresentedLogins.of(GetOpenIdTokenForDeveloperIdentity.class, others));
        List<Login> links = Stream.concat(Stream.of(user), verified.stream().map(VerifiedLogin::link))
                .toList();
        Identity identity = request.identityId() == null
                ? identities.ofLogins(pool.id(), links)
                : linked(ofPool(pool, request.identityId()), user, links);
        int seconds = Objects.requireNonNullElse(request.tokenDuration(), DEFAULT_SECONDS);
        return new IdentityToken(
                identity.id(),
                tokens.issue(
                        webIdentity(identity, user, verified, request.principalTags()), Duration.ofSeconds(seconds)));
    }

    private Identity linked(Identity identity, Login user, List<Login> links) {
        identities.ofLogin(identity.poolId(), user).ifPresent(owner -> {
            if (!owner.id().equals(identity.id())) {
                throw ErrorType.DEVELOPER_USER_ALREADY_REGISTERED.because(
                        "The developer user identifier is registered with another identity already.");
            }
        });
        return callers.resolved(identity, links);
    }

    private static WebIdentity webIdentity(
            Identity identity, Login user, List<VerifiedLogin> others, @Nullable Map<String, String> tags) {
        String developer = user.provider();
        List<String> methods = new ArrayList<>(List.of(
                IdentityPool.AUTHENTICATED, developer, developer + ":" + identity.poolId() + ":" + user.subject()));
        others.forEach(login -> methods.addAll(login.methods()));
        return new WebIdentity(identity.poolId(), identity.id(), methods, tags == null ? Map.of() : tags);
    }

    private LookedUp lookup(LookupDeveloperIdentity request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        String developer = pool.developerProvider().orElseThrow(DeveloperOperations::notTheDeveloper);
        Identity identity = lookedUp(pool, developer, request);
        List<String> users =
                usersOf(identity, developer).map(Login::subject).sorted().toList();
        int size = Objects.requireNonNullElse(request.maxResults(), PAGE);
        Page<String> page = Page.of(users, user -> user, size, request.nextToken());
        return new LookedUp(identity.id(), page.items(), page.nextToken());
    }

    private Identity lookedUp(IdentityPool pool, String developer, LookupDeveloperIdentity request) {
        String user = request.developerUserIdentifier();
        if (user == null) {
            if (request.identityId() == null) {
                throw ErrorType.INVALID_PARAMETER.because("Either IdentityId or DeveloperUserIdentifier is required.");
            }
            return ofPool(pool, request.identityId());
        }
        Identity identity = ofUser(pool, developer, user);
        if (request.identityId() != null && !request.identityId().equals(identity.id())) {
            throw ErrorType.RESOURCE_CONFLICT.because(
                    "The developer user identifier is registered with another identity.");
        }
        return identity;
    }

    private IdentityId merge(MergeDeveloperIdentities request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        String developer = developerOf(pool, request.developerProviderName());
        Identity source = ofUser(pool, developer, request.sourceUserIdentifier());
        Identity destination = ofUser(pool, developer, request.destinationUserIdentifier());
        return new IdentityId(identities.absorbed(destination, source).id());
    }

    private Map<String, Object> unlink(UnlinkDeveloperIdentity request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        String developer = developerOf(pool, request.developerProviderName());
        Identity identity = ofPool(pool, request.identityId());
        Login user = new Login(developer, request.developerUserIdentifier(), true);
        if (!identity.logins().contains(user)) {
            throw ErrorType.RESOURCE_CONFLICT.because("The identity is not linked to this developer user identifier.");
        }
        identities.unlink(identity, List.of(user));
        return Map.of();
    }

    private Identity ofPool(IdentityPool pool, String identityId) {
        Identity identity = identities.required(identityId);
        if (!identity.poolId().equals(pool.id())) {
            throw ErrorType.RESOURCE_NOT_FOUND.because("Identity '" + identityId + "' not found.");
        }
        return identity;
    }

    private Identity ofUser(IdentityPool pool, String developer, String user) {
        return identities
                .ofLogin(pool.id(), new Login(developer, user, true))
                .orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because("Developer user identifier not found."));
    }

    private static String developerOf(IdentityPool pool, String name) {
        return pool.developerProvider().filter(name::equals).orElseThrow(DeveloperOperations::notTheDeveloper);
    }

    private static Stream<Login> usersOf(Identity identity, String developer) {
        return identity.logins().stream()
                .filter(login -> login.developer() && login.provider().equals(developer));
    }

    private static Refusal notTheDeveloper() {
        return ErrorType.INVALID_PARAMETER.because(
                "This identity pool does not support the specified developer provider.");
    }
}
