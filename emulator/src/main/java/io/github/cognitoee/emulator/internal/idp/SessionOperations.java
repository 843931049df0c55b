package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.ClientSecret;
import io.github.cognitoee.emulator.internal.pool.Names.Password;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of sign-ins, and the change of what they begin with. */
final class SessionOperations {

    private final Directory directory;
    private final TokenHolders holders;
    private final TokenIssuer issuer;

    SessionOperations(Directory directory, TokenHolders holders, TokenIssuer issuer) {
        this.directory = directory;
        this.holders = holders;
        this.issuer = issuer;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(ChangePassword.class, this::changePassword)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.INVALID_PASSWORD,
                                ErrorType.PASSWORD_HISTORY,
                                ErrorType.LIMIT_EXCEEDED),
                Operation.open(GlobalSignOut.class, this::signOut),
                Operation.open(RevokeToken.class, this::revoke)
                        .refusing(
                                ErrorType.UNAUTHORIZED,
                                ErrorType.UNSUPPORTED_OPERATION,
                                ErrorType.UNSUPPORTED_TOKEN_TYPE)
                        .neverRefusing(ErrorType.NOT_AUTHORIZED, ErrorType.RESOURCE_NOT_FOUND));
    }

    record ChangePassword(
            @Nullable @Password String previousPassword, @Password String proposedPassword, @Token String accessToken) {
        @Override
        public String toString() {
            return "ChangePassword";
        }
    }

    private Object changePassword(ChangePassword request) {
        Holder holder = holders.holderOf(request.accessToken());
        Pool pool = holder.pool();
        Account account = holder.account();
        pool.limits().count(Limited.CHANGE_PASSWORD, account.username());
        pool.lockout().check(account.username());
        if (account.hasPassword()
                && (request.previousPassword() == null || !pool.accepts(account, request.previousPassword()))) {
            pool.lockout().failed(account.username());
            throw ErrorType.NOT_AUTHORIZED.because("Incorrect username or password.");
        }
        pool.setPassword(account.username(), request.proposedPassword(), account.status());
        pool.lockout().succeeded(account.username());
        return Nothing.TO_TELL;
    }

    record GlobalSignOut(@Token String accessToken) {
        @Override
        public String toString() {
            return "GlobalSignOut";
        }
    }

    private Object signOut(GlobalSignOut request) {
        try {
            Holder holder = holders.holderOf(request.accessToken());
            holder.pool().grants().revokeAll(holder.account().username());
            return Nothing.TO_TELL;
        } catch (Refusal refusal) {
            throw refusal.type() == ErrorType.USER_NOT_FOUND
                    ? ErrorType.NOT_AUTHORIZED.because("Access Token has been revoked")
                    : refusal;
        }
    }

    record RevokeToken(@Token String token, @ClientId String clientId, @Nullable @ClientSecret String clientSecret) {
        @Override
        public String toString() {
            return "RevokeToken";
        }
    }

    /** A token that is none of ours is as good as revoked. */
    private Object revoke(RevokeToken request) {
        Pool pool = directory
                .findOfClient(request.clientId())
                .orElseThrow(() -> ErrorType.UNAUTHORIZED.because("Invalid client id"));
        AppClient client = pool.clients().required(request.clientId());
        if (client.hasSecret() && !client.isSecret(request.clientSecret())) {
            throw ErrorType.UNAUTHORIZED.because("Invalid client secret");
        }
        if (!client.settings().revokes()) {
            throw ErrorType.UNSUPPORTED_OPERATION.because("Token revocation is not enabled for this client");
        }
        if (issuer.isJwt(request.token())) {
            throw ErrorType.UNSUPPORTED_TOKEN_TYPE.because("Unsupported token type");
        }
        pool.grants().find(request.token()).ifPresent(grant -> {
            if (!grant.clientId().equals(client.clientId())) {
                throw ErrorType.UNAUTHORIZED.because("The token was issued to another client");
            }
            pool.grants().revoke(grant);
        });
        return Nothing.TO_TELL;
    }
}
