package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Groups and who is in them. */
class GroupsTest extends UserPoolFixture {

    private static final String ROLE = "arn:aws:iam::123456789012:role/Editors";

    @Test
    void aGroupIsMadeAndDescribed() {
        GroupType made = admin.createGroup(request -> request.userPoolId(pool)
                        .groupName("editors")
                        .description("They edit")
                        .roleArn(ROLE)
                        .precedence(0))
                .group();

        assertThat(made)
                .isEqualTo(get("editors"))
                .isEqualTo(GroupType.builder()
                        .userPoolId(pool)
                        .groupName("editors")
                        .description("They edit")
                        .roleArn(ROLE)
                        .precedence(0)
                        .creationDate(clock.instant())
                        .lastModifiedDate(clock.instant())
                        .build());
    }

    @Test
    void aGroupKeepsWhatAnUpdateDoesNotName() {
        newGroup("editors");

        GroupType updated = admin.updateGroup(
                        request -> request.userPoolId(pool).groupName("editors").precedence(7))
                .group();

        assertThat(updated.precedence()).isEqualTo(7);
        assertThat(updated.roleArn()).isEqualTo(ROLE);
    }

    @Test
    void aTakenNameIsRefused() {
        newGroup("editors");

        assertRefused(GroupExistsException.class, "A group with the name already exists.", () -> newGroup("editors"));
    }

    @Test
    void anUnknownGroupIsRefused() {
        newUser("alice");

        assertUnknown(() -> get("none"));
        assertUnknown(
                () -> admin.updateGroup(request -> request.userPoolId(pool).groupName("none")));
        assertUnknown(
                () -> admin.deleteGroup(request -> request.userPoolId(pool).groupName("none")));
        assertUnknown(
                () -> admin.listUsersInGroup(request -> request.userPoolId(pool).groupName("none")));
        assertUnknown(() -> add("alice", "none"));
        assertUnknown(() -> remove("alice", "none"));
    }

    @Test
    void usersComeAndGo() {
        newUser("alice");
        newUser("bob");
        newGroup("editors");
        newGroup("readers");

        add("alice", "editors");
        add("alice", "editors");
        add("alice", "readers");
        add("bob", "readers");

        assertThat(groupsOf("alice")).containsExactly("editors", "readers");
        assertThat(admin.listUsersInGroup(request -> request.userPoolId(pool).groupName("readers"))
                        .users())
                .extracting(UserType::username)
                .containsExactly("alice", "bob");

        remove("alice", "editors");
        assertThat(groupsOf("alice")).containsExactly("readers");
    }

    @Test
    void aDeletedGroupHasNoMembers() {
        newUser("alice");
        newGroup("editors");
        add("alice", "editors");
        admin.deleteGroup(request -> request.userPoolId(pool).groupName("editors"));

        assertThat(groupsOf("alice")).isEmpty();
        newGroup("editors");
        assertThat(groupsOf("alice")).isEmpty();
    }

    @Test
    void aNewMembershipShowsInTheNextTokens() {
        newUser("alice");
        newGroup("editors");
        String before = signIn("alice").accessToken();
        add("alice", "editors");

        assertThat(TokenText.claimsOf(before)).doesNotContainKey("cognito:groups");
        assertThat(TokenText.claimsOf(signIn("alice").accessToken())).containsKey("cognito:groups");
    }

    @Test
    void groupsAreListedInPages() {
        IntStream.range(0, 3).forEach(i -> newGroup("group" + i));

        ListGroupsResponse first =
                admin.listGroups(request -> request.userPoolId(pool).limit(2));

        assertThat(first.groups()).extracting(GroupType::groupName).containsExactly("group0", "group1");
        assertThat(admin.listGroups(request -> request.userPoolId(pool).nextToken(first.nextToken()))
                        .groups())
                .extracting(GroupType::groupName)
                .containsExactly("group2");
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertRefused(ResourceNotFoundException.class, "Group not found.", call);
    }

    private void newGroup(String name) {
        admin.createGroup(request -> request.userPoolId(pool).groupName(name).roleArn(ROLE));
    }

    private GroupType get(String name) {
        return admin.getGroup(request -> request.userPoolId(pool).groupName(name))
                .group();
    }

    private void add(String username, String group) {
        admin.adminAddUserToGroup(
                request -> request.userPoolId(pool).username(username).groupName(group));
    }

    private void remove(String username, String group) {
        admin.adminRemoveUserFromGroup(
                request -> request.userPoolId(pool).username(username).groupName(group));
    }

    private List<String> groupsOf(String username) {
        return admin.adminListGroupsForUser(request -> request.userPoolId(pool).username(username)).groups().stream()
                .map(GroupType::groupName)
                .toList();
    }
}
