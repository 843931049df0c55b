package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.FederatedUsers;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts at other providers that are made a user's own, or no longer. */
final class LinkOperations {

    private static final String NATIVE = "Cognito";

    private final Directory directory;

    LinkOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(AdminLinkProviderForUser.class, this::link)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED),
                Operation.signed(AdminDisableProviderForUser.class, this::disable)
                        .refusing(ErrorType.USER_NOT_FOUND));
    }

    /** A user as a provider knows him. */
    record ProviderUser(
            @Nullable @Length(min = 1, max = 32) String providerName,
            @Nullable String providerAttributeName,
            @Nullable String providerAttributeValue) {

        @Override
        public String toString() {
            return "ProviderUser[" + providerName + "]";
        }

        String provider() {
            return required(providerName, "ProviderName");
        }

        String attribute() {
            return required(providerAttributeName, "ProviderAttributeName");
        }

        String value() {
            return required(providerAttributeValue, "ProviderAttributeValue");
        }

        private static String required(@Nullable String value, String name) {
            if (value == null || value.isEmpty()) {
                throw ErrorType.INVALID_PARAMETER.because("Missing required parameter " + name);
            }
            return value;
        }
    }

    record AdminLinkProviderForUser(@PoolId String userPoolId, ProviderUser destinationUser, ProviderUser sourceUser) {}

    private Object link(AdminLinkProviderForUser request) {
        Pool pool = directory.pool(request.userPoolId());
        ProviderUser source = request.sourceUser();
        IdentityProvider provider = pool.providers().required(source.provider());
        Account user = pool.accounts().required(nameOf(request.destinationUser()));
        new FederatedUsers(pool).link(user, provider, source.attribute(), source.value());
        return Nothing.TO_TELL;
    }

    private static String nameOf(ProviderUser destination) {
        return destination.provider().equals(NATIVE)
                ? destination.value()
                : destination.provider() + "_" + destination.value();
    }

    record AdminDisableProviderForUser(@PoolId String userPoolId, ProviderUser user) {}

    private Object disable(AdminDisableProviderForUser request) {
        Pool pool = directory.pool(request.userPoolId());
        ProviderUser user = request.user();
        if (user.provider().equals(NATIVE)) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator undoes links alone: disable the user instead.");
        }
        new FederatedUsers(pool).unlink(user.provider(), user.attribute(), user.value());
        return Nothing.TO_TELL;
    }
}
