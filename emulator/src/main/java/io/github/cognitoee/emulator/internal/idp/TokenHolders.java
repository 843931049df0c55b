package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.AccessToken;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who calls with an access token. */
final class TokenHolders {

    private final Directory directory;
    private final TokenIssuer issuer;

    TokenHolders(Directory directory, TokenIssuer issuer) {
        this.directory = directory;
        this.issuer = issuer;
    }

    /** @param deviceKey the device of the sign-in; null where the pool knows no devices */
    record Holder(Pool pool, AppClient client, Account account, @Nullable String deviceKey) {

        /** At which functions may be called. */
        Moment moment(@Nullable Map<String, String> metadata) {
            return Moment.of(pool, client).withMetadata(metadata == null ? Map.of() : metadata);
        }
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the token is not good for this, or its user is gone */
    Holder holderOf(String token) {
        AccessToken access = issuer.read(token);
        Pool pool = directory.pool(access.userPoolId());
        if (!access.scopes().contains(Scopes.USER_ADMIN)) {
            throw ErrorType.NOT_AUTHORIZED.because("Access Token does not have required scopes");
        }
        if (pool.grants().isRevoked(access.username(), access.originJti(), access.authTime())) {
            throw ErrorType.NOT_AUTHORIZED.because("Access Token has been revoked");
        }
        Account account = pool.accounts()
                .named(access.username())
                .orElseThrow(() -> ErrorType.USER_NOT_FOUND.because("User does not exist."));
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        AppClient client = pool.clients()
                .find(access.clientId())
                .orElseThrow(() -> ErrorType.NOT_AUTHORIZED.because("Invalid Access Token"));
        return new Holder(pool, client, account, access.deviceKey());
    }
}
