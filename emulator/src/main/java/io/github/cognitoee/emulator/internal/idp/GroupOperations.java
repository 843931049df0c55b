package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Group;
import io.github.cognitoee.emulator.internal.pool.Names.Arn;
import io.github.cognitoee.emulator.internal.pool.Names.GroupName;
import io.github.cognitoee.emulator.internal.pool.Names.Limit;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Groups and who is in them. */
final class GroupOperations {

    private final Directory directory;

    GroupOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateGroup.class, this::create).refusing(ErrorType.GROUP_EXISTS),
                Operation.signed(GetGroup.class, this::get),
                Operation.signed(UpdateGroup.class, this::update),
                Operation.signed(DeleteGroup.class, this::delete),
                Operation.signed(ListGroups.class, this::list),
                Operation.signed(AdminAddUserToGroup.class, this::add).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminRemoveUserFromGroup.class, this::remove).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminListGroupsForUser.class, this::listOfUser).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(ListUsersInGroup.class, this::listUsers));
    }

    record CreateGroup(
            @GroupName String groupName,
            @PoolId String userPoolId,
            @Nullable @Length(max = 2048) String description,
            @Nullable @Arn String roleArn,
            @Nullable @Range(min = 0) Integer precedence) {}

    private Object create(CreateGroup request) {
        Pool pool = directory.pool(request.userPoolId());
        Instant now = pool.now();
        Group group = new Group(
                request.groupName(),
                pool.id(),
                request.description(),
                request.roleArn(),
                request.precedence(),
                now,
                now);
        pool.groups()
                .add(
                        group.groupName(),
                        group,
                        () -> ErrorType.GROUP_EXISTS.because("A group with the name already exists."));
        return answer(group);
    }

    record GetGroup(@GroupName String groupName, @PoolId String userPoolId) {}

    private Object get(GetGroup request) {
        return answer(directory.pool(request.userPoolId()).groups().required(request.groupName()));
    }

    record UpdateGroup(
            @GroupName String groupName,
            @PoolId String userPoolId,
            @Nullable @Length(max = 2048) String description,
            @Nullable @Arn String roleArn,
            @Nullable @Range(min = 0) Integer precedence) {}

    /** What is not named stays as it is. */
    private Object update(UpdateGroup request) {
        Pool pool = directory.pool(request.userPoolId());
        return answer(pool.groups()
                .change(
                        request.groupName(),
                        old -> new Group(
                                old.groupName(),
                                pool.id(),
                                request.description() == null ? old.description() : request.description(),
                                request.roleArn() == null ? old.roleArn() : request.roleArn(),
                                request.precedence() == null ? old.precedence() : request.precedence(),
                                pool.now(),
                                old.creationDate())));
    }

    record DeleteGroup(@GroupName String groupName, @PoolId String userPoolId) {}

    private Object delete(DeleteGroup request) {
        directory.pool(request.userPoolId()).deleteGroup(request.groupName());
        return Nothing.TO_TELL;
    }

    record ListGroups(
            @PoolId String userPoolId, @Nullable @Limit Integer limit, @Nullable @NextToken String nextToken) {}

    private Object list(ListGroups request) {
        List<Group> groups = directory.pool(request.userPoolId()).groups().all();
        return Page.of(groups, request.limit(), request.nextToken())
                .as("Groups", "NextToken", UnaryOperator.identity());
    }

    record AdminAddUserToGroup(@PoolId String userPoolId, @Username String username, @GroupName String groupName) {}

    private Object add(AdminAddUserToGroup request) {
        return changeGroups(
                request.userPoolId(), request.username(), request.groupName(), all -> all.add(request.groupName()));
    }

    record AdminRemoveUserFromGroup(
            @PoolId String userPoolId, @Username String username, @GroupName String groupName) {}

    private Object remove(AdminRemoveUserFromGroup request) {
        return changeGroups(
                request.userPoolId(), request.username(), request.groupName(), all -> all.remove(request.groupName()));
    }

    private Object changeGroups(String poolId, String username, String groupName, Consumer<Set<String>> change) {
        Pool pool = directory.pool(poolId);
        pool.groups().required(groupName);
        Account known = pool.accounts().required(username);
        pool.accounts().change(known.username(), account -> {
            Set<String> groups = new LinkedHashSet<>(account.groups());
            change.accept(groups);
            return account.withGroups(groups, pool.now());
        });
        return Nothing.TO_TELL;
    }

    record AdminListGroupsForUser(
            @Username String username,
            @PoolId String userPoolId,
            @Nullable @Limit Integer limit,
            @Nullable @NextToken String nextToken) {}

    private Object listOfUser(AdminListGroupsForUser request) {
        Pool pool = directory.pool(request.userPoolId());
        List<Group> groups = pool.groupsOf(pool.accounts().required(request.username()));
        return Page.of(groups, request.limit(), request.nextToken())
                .as("Groups", "NextToken", UnaryOperator.identity());
    }

    record ListUsersInGroup(
            @PoolId String userPoolId,
            @GroupName String groupName,
            @Nullable @Limit Integer limit,
            @Nullable @NextToken String nextToken) {}

    private Object listUsers(ListUsersInGroup request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.groups().required(request.groupName());
        List<Account> members = pool.accounts().all().stream()
                .filter(account -> account.groups().contains(request.groupName()))
                .toList();
        return Page.of(members, request.limit(), request.nextToken()).as("Users", "NextToken", UserView::of);
    }

    private static Object answer(Group group) {
        return Map.of("Group", group);
    }
}
