package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attribute;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.AttributeName;
import io.github.cognitoee.emulator.internal.pool.Names.Password;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.NewUser;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.RandomIds;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PostConfirmation;
import io.github.cognitoee.emulator.internal.trigger.PreSignUp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What administrators do with users. */
final class UserAdministration {

    private static final String USER_NOT_IN_STATE = "User cannot be confirmed. Current status is ";

    private final Directory directory;
    private final CodeDelivery delivery;

    UserAdministration(Directory directory, CodeDelivery delivery) {
        this.directory = directory;
        this.delivery = delivery;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(AdminCreateUser.class, this::create)
                        .refusing(
                                ErrorType.USERNAME_EXISTS,
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.UNSUPPORTED_USER_STATE,
                                ErrorType.INVALID_PASSWORD)
                        .triggering(),
                Operation.signed(AdminSetUserPassword.class, this::setPassword)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.INVALID_PASSWORD, ErrorType.PASSWORD_HISTORY),
                Operation.signed(AdminGetUser.class, this::get).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminUpdateUserAttributes.class, this::updateAttributes)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.ALIAS_EXISTS),
                Operation.signed(AdminDeleteUserAttributes.class, this::deleteAttributes)
                        .refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminDeleteUser.class, this::delete).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminEnableUser.class, this::enable).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminDisableUser.class, this::disable).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminConfirmSignUp.class, this::confirm)
                        .refusing(ErrorType.USER_NOT_FOUND)
                        .triggering(),
                Operation.signed(AdminResetUserPassword.class, this::reset)
                        .refusing(ErrorType.USER_NOT_FOUND)
                        .triggering(),
                Operation.signed(AdminUserGlobalSignOut.class, this::signOut).refusing(ErrorType.USER_NOT_FOUND));
    }

    record AdminCreateUser(
            @PoolId String userPoolId,
            @Username String username,
            @Nullable List<Attribute> userAttributes,
            @Nullable List<Attribute> validationData,
            @Nullable @Password String temporaryPassword,
            @Nullable Boolean forceAliasCreation,
            @Nullable @OneOf({"RESEND", "SUPPRESS"}) String messageAction,
            @Nullable List<@OneOf({"SMS", "EMAIL"}) String> desiredDeliveryMediums,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "AdminCreateUser";
        }
    }

    private Object create(AdminCreateUser request) {
        Pool pool = directory.pool(request.userPoolId());
        String password = request.temporaryPassword() == null ? RandomIds.password() : request.temporaryPassword();
        Moment moment = administrator(pool, request.clientMetadata());
        Account account = "RESEND".equals(request.messageAction())
                ? invitedAgain(pool, request, password)
                : invited(moment, request, password);
        if (!"SUPPRESS".equals(request.messageAction())) {
            delivery.invite(moment, account, password, request.desiredDeliveryMediums());
        }
        return Map.of("User", UserView.of(account));
    }

    private static Moment administrator(Pool pool, @Nullable Map<String, String> metadata) {
        return Moment.ofAdministrator(pool, metadata == null ? Map.of() : metadata);
    }

    private static Account invited(Moment moment, AdminCreateUser request, String password) {
        Pool pool = moment.pool();
        pool.checkPassword(password);
        Map<String, String> attributes = Attribute.mapOf(request.userAttributes());
        pool.schema().checkComplete(withTyped(pool, request.username(), attributes));
        NewUser user = pool.newUser(request.username(), attributes);
        Map<String, String> verified = new PreSignUp(moment)
                .decide(PreSignUp.Source.ADMINISTRATOR, user, Attribute.mapOf(request.validationData()))
                .attributes();
        Map<String, String> complete = new LinkedHashMap<>(attributes);
        complete.putAll(verified);
        Aliases.claimForNewUser(pool, complete, Boolean.TRUE.equals(request.forceAliasCreation()));
        Account account = pool.register(user, UserStatus.FORCE_CHANGE_PASSWORD);
        pool.accounts().change(account.username(), present -> present.withAttributes(verified, pool.now()));
        return pool.setTemporaryPassword(account.username(), password);
    }

    private static Account invitedAgain(Pool pool, AdminCreateUser request, String password) {
        Account account = pool.accounts().required(request.username());
        if (account.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
            throw ErrorType.UNSUPPORTED_USER_STATE.because(
                    "Resend not possible. " + account.username() + " status is not FORCE_CHANGE_PASSWORD");
        }
        return pool.setTemporaryPassword(account.username(), password);
    }

    /** With the contact that stands for the user name, where it does. */
    static Map<String, String> withTyped(Pool pool, String username, Map<String, String> attributes) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        pool.usernameRules().asUsername().forEach(contact -> all.putIfAbsent(contact, username));
        return all;
    }

    record AdminSetUserPassword(
            @PoolId String userPoolId,
            @Username String username,
            @Password String password,
            @Nullable Boolean permanent) {

        @Override
        public String toString() {
            return "AdminSetUserPassword";
        }
    }

    private Object setPassword(AdminSetUserPassword request) {
        Pool pool = directory.pool(request.userPoolId());
        Account account = pool.accounts().required(request.username());
        pool.setPassword(
                account.username(),
                request.password(),
                Boolean.TRUE.equals(request.permanent()) ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD);
        pool.lockout().succeeded(account.username());
        return Nothing.TO_TELL;
    }

    record AdminGetUser(@PoolId String userPoolId, @Username String username) {}

    private Object get(AdminGetUser request) {
        Account account = directory.pool(request.userPoolId()).accounts().required(request.username());
        return new Profile(
                account.username(),
                UserView.attributesOf(account, name -> true),
                account.created(),
                account.modified(),
                account.enabled(),
                account.status().name(),
                MfaView.of(account));
    }

    private record Profile(
            String username,
            List<Attribute> userAttributes,
            Instant userCreateDate,
            Instant userLastModifiedDate,
            boolean enabled,
            String userStatus,
            @JsonUnwrapped MfaView mfa) {}

    record AdminUpdateUserAttributes(
            @PoolId String userPoolId,
            @Username String username,
            List<Attribute> userAttributes,
            @Nullable Map<String, String> clientMetadata) {}

    private Object updateAttributes(AdminUpdateUserAttributes request) {
        Pool pool = directory.pool(request.userPoolId());
        Account account = pool.accounts().required(request.username());
        AttributeChange change = AttributeChange.of(pool, account, Attribute.mapOf(request.userAttributes()));
        change.byAdministrator();
        return Nothing.TO_TELL;
    }

    record AdminDeleteUserAttributes(
            @PoolId String userPoolId, @Username String username, List<@AttributeName String> userAttributeNames) {}

    private Object deleteAttributes(AdminDeleteUserAttributes request) {
        Pool pool = directory.pool(request.userPoolId());
        Account account = pool.accounts().required(request.username());
        AttributeChange.of(
                        pool,
                        account,
                        request.userAttributeNames().stream()
                                .distinct()
                                .collect(Collectors.toMap(name -> name, name -> "")))
                .byAdministrator();
        return Nothing.TO_TELL;
    }

    record AdminDeleteUser(@PoolId String userPoolId, @Username String username) {}

    private Object delete(AdminDeleteUser request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.delete(pool.accounts().required(request.username()));
        return Nothing.TO_TELL;
    }

    record AdminEnableUser(@PoolId String userPoolId, @Username String username) {}

    private Object enable(AdminEnableUser request) {
        Pool pool = directory.pool(request.userPoolId());
        return changed(pool, request.username(), account -> account.withEnabled(true, pool.now()));
    }

    record AdminDisableUser(@PoolId String userPoolId, @Username String username) {}

    /** Also revokes the user's tokens, which enabling does not bring back. */
    private Object disable(AdminDisableUser request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.grants().revokeAll(pool.accounts().required(request.username()).username());
        return changed(pool, request.username(), account -> account.withEnabled(false, pool.now()));
    }

    record AdminConfirmSignUp(
            @PoolId String userPoolId, @Username String username, @Nullable Map<String, String> clientMetadata) {}

    private Object confirm(AdminConfirmSignUp request) {
        Pool pool = directory.pool(request.userPoolId());
        changed(pool, request.username(), account -> {
            if (account.status() != UserStatus.UNCONFIRMED) {
                throw ErrorType.NOT_AUTHORIZED.because(USER_NOT_IN_STATE + account.status());
            }
            return account.withStatus(UserStatus.CONFIRMED, pool.now());
        });
        new PostConfirmation(administrator(pool, request.clientMetadata()))
                .ofSignUp(pool.accounts().required(request.username()));
        return Nothing.TO_TELL;
    }

    record AdminResetUserPassword(
            @PoolId String userPoolId, @Username String username, @Nullable Map<String, String> clientMetadata) {}

    private Object reset(AdminResetUserPassword request) {
        Pool pool = directory.pool(request.userPoolId());
        Account account = pool.accounts().required(request.username());
        if (account.status() == UserStatus.FORCE_CHANGE_PASSWORD || account.status() == UserStatus.UNCONFIRMED) {
            throw ErrorType.NOT_AUTHORIZED.because("User password cannot be reset in the current state.");
        }
        delivery.recover(administrator(pool, request.clientMetadata()), account);
        return changed(pool, request.username(), user -> user.withStatus(UserStatus.RESET_REQUIRED, pool.now()));
    }

    record AdminUserGlobalSignOut(@PoolId String userPoolId, @Username String username) {}

    private Object signOut(AdminUserGlobalSignOut request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.grants().revokeAll(pool.accounts().required(request.username()).username());
        return Nothing.TO_TELL;
    }

    private static Object changed(Pool pool, String username, UnaryOperator<Account> change) {
        pool.accounts().change(pool.accounts().required(username).username(), change);
        return Nothing.TO_TELL;
    }
}
