package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.AttributeName;
import io.github.cognitoee.emulator.internal.pool.Names.Limit;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code ListUsers}. */
final class UserSearch {

    private final Directory directory;

    UserSearch(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(Operation.signed(ListUsers.class, this::list));
    }

    record ListUsers(
            @PoolId String userPoolId,
            @Nullable List<@AttributeName String> attributesToGet,
            @Nullable @Limit Integer limit,
            @Nullable @NextToken String paginationToken,
            @Nullable @Length(max = 256) String filter) {}

    private Object list(ListUsers request) {
        Pool pool = directory.pool(request.userPoolId());
        Predicate<String> shown = shown(pool, request.attributesToGet());
        Predicate<Account> wanted = UserFilter.of(request.filter());
        List<Account> found = pool.accounts().all().stream().filter(wanted).toList();
        return Page.of(found, request.limit(), request.paginationToken())
                .as("Users", "PaginationToken", account -> UserView.of(account, shown));
    }

    private static Predicate<String> shown(Pool pool, @Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            return name -> true;
        }
        names.stream()
                .filter(name -> !name.equals("sub") && !pool.schema().has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because(
                            "One or more requested attributes do not exist in user pool.");
                });
        return Set.copyOf(names)::contains;
    }
}
