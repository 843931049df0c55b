package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.SentMessage.Purpose;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** What administrators do with users. */
class UserAdministrationTest extends UserPoolFixture {

    @Test
    void anAdministratorMakesAUser() {
        UserType user = admin.adminCreateUser(request -> request.userPoolId(pool)
                        .username("alice")
                        .desiredDeliveryMediumsWithStrings("EMAIL")
                        .userAttributes(Attributes.of("email", "alice@example.com")))
                .user();

        assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(user.enabled()).isTrue();
        assertThat(user.userCreateDate()).isEqualTo(clock.instant());
        assertThat(Attributes.map(user.attributes())).containsOnlyKeys("sub", "email");
        SentMessage invitation = emulator.outbox().latestTo("alice");
        assertThat(invitation.purpose()).isEqualTo(Purpose.INVITATION);
        assertThat(signInAnswer("alice", invitation.secret()).challengeNameAsString())
                .isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @Test
    void anInvitationIsRenewed() {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .desiredDeliveryMediumsWithStrings("SMS")
                .userAttributes(Attributes.of("phone_number", "+15555550123")));
        String first = emulator.outbox().latestTo("alice").secret();

        admin.adminCreateUser(
                request -> request.userPoolId(pool).username("alice").messageAction("RESEND"));

        assertThat(emulator.outbox().latestTo("alice").secret()).isNotEqualTo(first);
        newUser("bob");
        assertRefused(
                UnsupportedUserStateException.class,
                "Resend not possible. bob status is not FORCE_CHANGE_PASSWORD",
                () -> admin.adminCreateUser(
                        request -> request.userPoolId(pool).username("bob").messageAction("RESEND")));
        assertRefused(
                UserNotFoundException.class,
                "User does not exist.",
                () -> admin.adminCreateUser(
                        request -> request.userPoolId(pool).username("nobody").messageAction("RESEND")));
    }

    @Test
    void nothingIsSentWhereThatIsSuppressed() {
        newUser("alice", "email", "alice@example.com");

        assertThat(emulator.outbox().messages()).isEmpty();
    }

    @Test
    void aTakenNameIsRefused() {
        newUser("alice");

        assertRefused(
                UsernameExistsException.class,
                "User already exists",
                () -> admin.adminCreateUser(request -> request.userPoolId(pool).username("alice")));
    }

    @Test
    void aTakenAliasIsRefusedUnlessItIsForced() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));
        newUser("alice", "email", "a@example.com", "email_verified", "true");
        List<AttributeType> same = Attributes.of("email", "a@example.com", "email_verified", "true");

        assertRefused(
                UsernameExistsException.class,
                "An account with the given email already exists.",
                () -> admin.adminCreateUser(
                        request -> request.userPoolId(pool).username("bob").userAttributes(same)));
        admin.adminCreateUser(request ->
                request.userPoolId(pool).username("bob").userAttributes(same).forceAliasCreation(true));

        assertThat(get("a@example.com").username()).isEqualTo("bob");
        update("email", "x@example.com");
        assertRefused(
                AliasExistsException.class,
                "An account with the email already exists.",
                () -> update("email", "a@example.com", "email_verified", "true"));
    }

    @Test
    void aUserNameIsNoAddressWhereAddressesAreAliases() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));

        assertRefused(
                InvalidParameterException.class,
                "Username cannot be of email format, since user pool is configured for email alias.",
                () -> admin.adminCreateUser(request -> request.userPoolId(pool).username("a@example.com")));
    }

    @Test
    void aWeakTemporaryPasswordIsRefused() {
        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> admin.adminCreateUser(
                        request -> request.userPoolId(pool).username("alice").temporaryPassword("aA1!")));
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> get("alice"));
    }

    @Test
    void aUserIsFoundByItsSubToo() {
        newUser("alice");
        String sub = Attributes.map(get("alice").userAttributes()).get("sub");

        assertThat(get(sub).username()).isEqualTo("alice");
    }

    @Test
    void anAdministratorChangesAttributesAndTheirVerification() {
        newUser("alice", "email", "old@example.com", "email_verified", "true");

        update("email", "new@example.com");
        assertThat(Attributes.map(get("alice").userAttributes()))
                .containsEntry("email", "new@example.com")
                .containsEntry("email_verified", "false");

        update("email_verified", "true");
        assertThat(Attributes.map(get("alice").userAttributes())).containsEntry("email_verified", "true");

        admin.adminDeleteUserAttributes(
                request -> request.userPoolId(pool).username("alice").userAttributeNames("email"));
        assertThat(Attributes.map(get("alice").userAttributes())).doesNotContainKeys("email", "email_verified");
    }

    @Test
    void customAttributesFollowTheSchema() {
        pool = newPool(request -> request.schema(
                attribute("plan").attributeDataType("String").mutable(true).build(),
                attribute("seats").attributeDataType("Number").mutable(true).build(),
                attribute("tenant").attributeDataType("String").mutable(false).build()));
        newUser("alice", "custom:plan", "gold", "custom:tenant", "t1");

        update("custom:seats", "5");
        assertThat(Attributes.map(get("alice").userAttributes()))
                .containsEntry("custom:plan", "gold")
                .containsEntry("custom:seats", "5");
        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: custom:seats: The value does not fit Number\n",
                () -> update("custom:seats", "many"));
        assertRefused(
                InvalidParameterException.class,
                "user.custom:tenant: Attribute cannot be updated.",
                () -> update("custom:tenant", "t2"));
    }

    @Test
    void customAttributesKeepTheirBounds() {
        pool = newPool(request -> request.schema(
                attribute("plan")
                        .mutable(true)
                        .stringAttributeConstraints(
                                bounds -> bounds.minLength("2").maxLength("4"))
                        .build(),
                attribute("seats")
                        .attributeDataType("Number")
                        .mutable(true)
                        .numberAttributeConstraints(
                                bounds -> bounds.minValue("1").maxValue("9"))
                        .build()));
        newUser("alice", "custom:plan", "gold", "custom:seats", "9");

        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: custom:plan: The value does not fit String\n",
                () -> update("custom:plan", "silver"));
        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: custom:seats: The value does not fit Number\n",
                () -> update("custom:seats", "10"));
        assertRefused(
                InvalidParameterException.class,
                "Required custom attributes are not supported currently.",
                () -> newPool(request ->
                        request.schema(attribute("plan").required(true).build())));
    }

    @Test
    void anInvitationIsRenewedWithTheSamePasswordDespiteTheHistory() {
        pool = newPool(request ->
                request.policies(policies -> policies.passwordPolicy(policy -> policy.passwordHistorySize(3))));
        client = newClient(request -> {}).clientId();
        admin.adminCreateUser(
                request -> request.userPoolId(pool).username("alice").temporaryPassword(PASSWORD));

        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .temporaryPassword(PASSWORD)
                .messageAction("RESEND"));

        assertThat(signInAnswer("alice", PASSWORD).challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"email,nowhere,Invalid email address format.", "phone_number,5551234,Invalid phone number format."})
    void anImpossibleContactIsRefused(String attribute, String value, String message) {
        newUser("alice");

        assertRefused(InvalidParameterException.class, message, () -> update(attribute, value));
    }

    @Test
    void aUserIsDisabledEnabledAndDeleted() {
        newUser("alice");

        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));
        assertThat(get("alice").enabled()).isFalse();
        admin.adminEnableUser(request -> request.userPoolId(pool).username("alice"));
        assertThat(get("alice").enabled()).isTrue();
        admin.adminDeleteUser(request -> request.userPoolId(pool).username("alice"));
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> get("alice"));
    }

    @Test
    void whatIsDoneToNobodyIsRefused() {
        Stream<Consumer<CognitoIdentityProviderClient>> calls = Stream.of(
                aws -> aws.adminSetUserPassword(
                        request -> request.userPoolId(pool).username("nobody").password(PASSWORD)),
                aws -> aws.adminGetUser(request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminUpdateUserAttributes(request ->
                        request.userPoolId(pool).username("nobody").userAttributes(Attributes.of("name", "x"))),
                aws -> aws.adminDeleteUserAttributes(
                        request -> request.userPoolId(pool).username("nobody").userAttributeNames("name")),
                aws -> aws.adminDeleteUser(request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminEnableUser(request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminDisableUser(request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminConfirmSignUp(
                        request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminResetUserPassword(
                        request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminUserGlobalSignOut(
                        request -> request.userPoolId(pool).username("nobody")),
                aws -> aws.adminListGroupsForUser(
                        request -> request.userPoolId(pool).username("nobody")));

        calls.forEach(
                call -> assertRefused(UserNotFoundException.class, "User does not exist.", () -> call.accept(admin)));
    }

    @Test
    void usersAreListedInPages() {
        IntStream.range(0, 5).forEach(i -> newUser("user" + i));

        ListUsersResponse first = list(request -> request.limit(3));
        ListUsersResponse second = list(request -> request.limit(3).paginationToken(first.paginationToken()));

        assertThat(first.users()).extracting(UserType::username).containsExactly("user0", "user1", "user2");
        assertThat(second.users()).extracting(UserType::username).containsExactly("user3", "user4");
        assertThat(second.paginationToken()).isNull();
        assertThat(admin.listUsersPaginator(request -> request.userPoolId(pool).limit(2)).users().stream())
                .hasSize(5);
        assertRefused(
                InvalidParameterException.class,
                "Invalid pagination token.",
                () -> list(request -> request.paginationToken("nonsense")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            username = "alice"                       | alice
            username ^= "al"                         | alice,albert
            username = "ALICE"                       |
            email = "bob@example.com"                | bob
            email ^= "al"                            | alice
            name = "Bob \\"the builder\\""             | bob
            status = "Disabled"                      | albert
            cognito:user_status = "confirmed"        | alice,bob,albert
            cognito:user_status = "UNCONFIRMED"      |
            """)
    void usersAreFilteredByOneCondition(String filter, String expected) {
        newUser("alice", "email", "alice@example.com");
        newUser("bob", "email", "bob@example.com", "name", "Bob \"the builder\"");
        newUser("albert");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("albert"));

        assertThat(list(request -> request.filter(filter)).users())
                .extracting(UserType::username)
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "username == \"x\"", "username = x", "a = \"1\" and b = \"2\"", "= \"x\""})
    void aFilterOfAnotherFormIsRefused(String filter) {
        assertRefused(
                InvalidParameterException.class,
                "Error while parsing filter",
                () -> list(request -> request.filter(filter)));
    }

    @Test
    void customAttributesCannotBeSearched() {
        assertRefused(
                InvalidParameterException.class,
                "Invalid search attribute: custom:plan",
                () -> list(request -> request.filter("custom:plan = \"gold\"")));
    }

    @Test
    void listsShowTheAttributesThatWereAskedFor() {
        newUser("alice", "email", "alice@example.com", "name", "Alice");

        assertThat(Attributes.map(list(request -> request.attributesToGet("name"))
                        .users()
                        .get(0)
                        .attributes()))
                .containsOnlyKeys("name");
        assertRefused(
                InvalidParameterException.class,
                "One or more requested attributes do not exist in user pool.",
                () -> list(request -> request.attributesToGet("custom:none")));
    }

    private AdminGetUserResponse get(String username) {
        return admin.adminGetUser(request -> request.userPoolId(pool).username(username));
    }

    private void update(String... attributes) {
        admin.adminUpdateUserAttributes(
                request -> request.userPoolId(pool).username("alice").userAttributes(Attributes.of(attributes)));
    }

    private ListUsersResponse list(Consumer<ListUsersRequest.Builder> settings) {
        return admin.listUsers(request -> {
            request.userPoolId(pool);
            settings.accept(request);
        });
    }

    private static SchemaAttributeType.Builder attribute(String name) {
        return SchemaAttributeType.builder().name(name);
    }
}
