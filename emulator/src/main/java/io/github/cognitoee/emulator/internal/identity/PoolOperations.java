package io.github.cognitoee.emulator.internal.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.CreateIdentityPool;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.DeleteIdentityPool;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.DescribeIdentityPool;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.ListIdentityPools;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.UpdateIdentityPool;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes, changes, tells and deletes identity pools. */
final class PoolOperations {

    private static final Pattern USER_POOL = Pattern.compile("cognito-idp\\.[\\w.-]+/[\\w-]+_[0-9a-zA-Z]+");

    /** Cognito's default quota. */
    private static final int MOST_USER_POOLS = 50;

    private final IdentityPools pools;
    private final Identities identities;
    private final String accountId;

    PoolOperations(IdentityPools pools, Identities identities, String accountId) {
        this.pools = pools;
        this.identities = identities;
        this.accountId = accountId;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateIdentityPool.class, this::create)
                        .refusing(ErrorType.LIMIT_EXCEEDED)
                        .neverRefusing(ErrorType.RESOURCE_NOT_FOUND),
                Operation.signed(
                                DescribeIdentityPool.class,
                                request -> described(pools.required(request.identityPoolId())))
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED),
                Operation.signed(UpdateIdentityPool.class, this::update).refusing(ErrorType.LIMIT_EXCEEDED),
                Operation.signed(DeleteIdentityPool.class, this::delete)
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED),
                Operation.signed(ListIdentityPools.class, this::list)
                        .neverRefusing(ErrorType.NOT_AUTHORIZED, ErrorType.RESOURCE_NOT_FOUND));
    }

    /** An identity pool in an answer. */
    record Described(String identityPoolId, @JsonUnwrapped PoolSettings settings) {}

    record PoolName(String identityPoolId, String identityPoolName) {}

    record PoolNames(List<PoolName> identityPools, @Nullable String nextToken) {}

    private Described create(CreateIdentityPool request) {
        check(request.settings());
        return described(pools.create(request.settings()));
    }

    private Described update(UpdateIdentityPool request) {
        check(request.settings());
        return described(pools.change(request.identityPoolId(), pool -> {
            String developer = pool.settings().developerProviderName();
            if (developer != null && !developer.equals(request.settings().developerProviderName())) {
                throw ErrorType.INVALID_PARAMETER.because("The developer provider name cannot be changed.");
            }
            return pool.with(request.settings());
        }));
    }

    private Map<String, Object> delete(DeleteIdentityPool request) {
        pools.delete(request.identityPoolId());
        identities.deleteOfPool(request.identityPoolId());
        return Map.of();
    }

    private PoolNames list(ListIdentityPools request) {
        Page<IdentityPool> page = Page.of(pools.all(), IdentityPool::id, request.maxResults(), request.nextToken());
        return new PoolNames(
                page.items().stream()
                        .map(pool -> new PoolName(pool.id(), pool.settings().identityPoolName()))
                        .toList(),
                page.nextToken());
    }

    private static Described described(IdentityPool pool) {
        return new Described(pool.id(), pool.settings());
    }

    private void check(PoolSettings settings) {
        checkUserPools(settings);
        checkEach(
                settings.appIds().keySet(),
                ForeignLogins::isKnownByName,
                "supported login provider",
                "accounts.google.com, appleid.apple.com, graph.facebook.com or www.amazon.com");
        checkEach(
                settings.openIdConnectProviders(),
                IamProviders::isOpenIdConnect,
                "OpenID Connect provider",
                "arn:aws:iam::<account>:oidc-provider/<issuer without https://>");
        settings.samlProviders().forEach(this::checkSaml);
    }

    private void checkSaml(String arn) {
        if (!IamProviders.isSaml(arn, accountId)) {
            throw ErrorType.NOT_AUTHORIZED.because(
                    "Identity provider " + arn + " is not valid for account " + accountId);
        }
    }

    private static void checkUserPools(PoolSettings settings) {
        if (settings.userPoolClients().size() > MOST_USER_POOLS) {
            throw ErrorType.LIMIT_EXCEEDED.because(
                    "Cognito identity provider limit of " + MOST_USER_POOLS + " exceeded.");
        }
        checkEach(
                settings.userPoolClients().stream()
                        .map(PoolSettings.UserPoolClient::providerName)
                        .toList(),
                name -> USER_POOL.matcher(name).matches(),
                "Cognito identity provider",
                "cognito-idp.<region>.amazonaws.com/<userPoolId>");
    }

    private static void checkEach(Collection<String> values, Predicate<String> valid, String what, String expected) {
        values.stream().filter(valid.negate()).findFirst().ifPresent(value -> {
            throw ErrorType.INVALID_PARAMETER.because("Invalid " + what + ": " + value + ", expected " + expected);
        });
    }
}
