package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** By what users can sign in. */
final class AuthFactorOperations {

    private final Directory directory;
    private final TokenHolders holders;
    private final FirstFactors firstFactors;

    AuthFactorOperations(Directory directory, TokenHolders holders, FirstFactors firstFactors) {
        this.directory = directory;
        this.holders = holders;
        this.firstFactors = firstFactors;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(GetUserAuthFactors.class, this::get).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminGetUserAuthFactors.class, this::adminGet).refusing(ErrorType.USER_NOT_FOUND));
    }

    record GetUserAuthFactors(@Token String accessToken) {
        @Override
        public String toString() {
            return "GetUserAuthFactors";
        }
    }

    private Object get(GetUserAuthFactors request) {
        Holder holder = holders.holderOf(request.accessToken());
        return view(holder.pool(), holder.account());
    }

    record AdminGetUserAuthFactors(@PoolId String userPoolId, @Username String username) {}

    private Object adminGet(AdminGetUserAuthFactors request) {
        Pool pool = directory.pool(request.userPoolId());
        return view(pool, pool.accounts().required(request.username()));
    }

    private View view(Pool pool, Account account) {
        Stream<String> first = firstFactors.available(pool, Optional.of(account)).stream()
                .map(name -> name.equals("PASSWORD_SRP") ? "PASSWORD" : name);
        Stream<String> app = account.mfa().totpSecret() == null ? Stream.empty() : Stream.of("SOFTWARE_TOKEN");
        return new View(
                account.username(),
                MfaView.of(account),
                Stream.concat(first, app).distinct().toList());
    }

    private record View(String username, @JsonUnwrapped MfaView mfa, List<String> configuredUserAuthFactors) {}
}
