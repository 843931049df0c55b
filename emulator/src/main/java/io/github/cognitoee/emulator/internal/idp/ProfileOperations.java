package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attribute;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.Names.AttributeName;
import io.github.cognitoee.emulator.internal.pool.Names.Code;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What users do with their own accounts, by access token. */
final class ProfileOperations {

    private static final Set<String> CONTACTS = Set.of("email", "phone_number");

    private final TokenHolders holders;
    private final CodeDelivery delivery;

    ProfileOperations(TokenHolders holders, CodeDelivery delivery) {
        this.holders = holders;
        this.delivery = delivery;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(GetUser.class, this::get).refusing(ErrorType.USER_NOT_FOUND),
                Operation.open(UpdateUserAttributes.class, this::update)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.ALIAS_EXISTS)
                        .triggering(),
                Operation.open(DeleteUserAttributes.class, this::deleteAttributes)
                        .refusing(ErrorType.USER_NOT_FOUND),
                Operation.open(GetUserAttributeVerificationCode.class, this::sendCode)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED)
                        .triggering(),
                Operation.open(VerifyUserAttribute.class, this::verify)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.CODE_MISMATCH,
                                ErrorType.EXPIRED_CODE,
                                ErrorType.ALIAS_EXISTS,
                                ErrorType.LIMIT_EXCEEDED),
                Operation.open(DeleteUser.class, this::delete).refusing(ErrorType.USER_NOT_FOUND));
    }

    record GetUser(@Token String accessToken) {
        @Override
        public String toString() {
            return "GetUser";
        }
    }

    private Object get(GetUser request) {
        Holder holder = holders.holderOf(request.accessToken());
        List<Attribute> shown = UserView.attributesOf(
                holder.account(),
                name -> name.equals("sub") || holder.client().settings().reads(name));
        return new Profile(holder.account().username(), shown, MfaView.of(holder.account()));
    }

    private record Profile(String username, List<Attribute> userAttributes, @JsonUnwrapped MfaView mfa) {}

    record UpdateUserAttributes(
            List<Attribute> userAttributes, @Token String accessToken, @Nullable Map<String, String> clientMetadata) {
        @Override
        public String toString() {
            return "UpdateUserAttributes";
        }
    }

    private Object update(UpdateUserAttributes request) {
        Holder holder = holders.holderOf(request.accessToken());
        Moment moment = holder.moment(request.clientMetadata());
        Map<String, String> changes = Attribute.mapOf(request.userAttributes());
        List<Details> sent =
                AttributeChange.of(holder.pool(), holder.account(), changes).byUser(holder.client()).entrySet().stream()
                        .map(to -> delivery.verifyChanged(moment, holder.account(), to.getKey(), to.getValue()))
                        .toList();
        return Map.of("CodeDeliveryDetailsList", sent);
    }

    record DeleteUserAttributes(List<@AttributeName String> userAttributeNames, @Token String accessToken) {
        @Override
        public String toString() {
            return "DeleteUserAttributes";
        }
    }

    private Object deleteAttributes(DeleteUserAttributes request) {
        Holder holder = holders.holderOf(request.accessToken());
        Map<String, String> changes =
                request.userAttributeNames().stream().distinct().collect(Collectors.toMap(name -> name, name -> ""));
        AttributeChange.of(holder.pool(), holder.account(), changes).byUser(holder.client());
        return Nothing.TO_TELL;
    }

    record GetUserAttributeVerificationCode(
            @Token String accessToken,
            @AttributeName String attributeName,
            @Nullable Map<String, String> clientMetadata) {
        @Override
        public String toString() {
            return "GetUserAttributeVerificationCode[" + attributeName + "]";
        }
    }

    private Object sendCode(GetUserAttributeVerificationCode request) {
        Holder holder = holders.holderOf(request.accessToken());
        String contact = contact(request.attributeName());
        Pool pool = holder.pool();
        Account account = holder.account();
        pool.limits().count(Limited.ATTRIBUTE_CODE, account.username());
        String address = pool.codes()
                .pending(account.username(), Kind.ATTRIBUTE, contact)
                .orElse(account.attribute(contact));
        if (address.isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because("User does not have a value for " + contact + ".");
        }
        return Map.of(
                "CodeDeliveryDetails",
                delivery.verify(holder.moment(request.clientMetadata()), account, contact, address));
    }

    record VerifyUserAttribute(@Token String accessToken, @AttributeName String attributeName, @Code String code) {
        @Override
        public String toString() {
            return "VerifyUserAttribute[" + attributeName + "]";
        }
    }

    private Object verify(VerifyUserAttribute request) {
        Holder holder = holders.holderOf(request.accessToken());
        String contact = contact(request.attributeName());
        Pool pool = holder.pool();
        String username = holder.account().username();
        pool.limits().count(Limited.VERIFY_ATTRIBUTE, username);
        String address = pool.codes().check(username, Kind.ATTRIBUTE, contact, request.code());
        Aliases.claim(pool, holder.account(), contact, address, false);
        pool.codes().use(username, Kind.ATTRIBUTE, contact, request.code());
        pool.accounts()
                .change(
                        username,
                        user -> user.withAttributes(
                                Map.of(contact, address, contact + "_verified", "true"), pool.now()));
        return Nothing.TO_TELL;
    }

    private static String contact(String attribute) {
        if (!CONTACTS.contains(attribute)) {
            throw ErrorType.INVALID_PARAMETER.because("Only email and phone_number can be verified.");
        }
        return attribute;
    }

    record DeleteUser(@Token String accessToken) {
        @Override
        public String toString() {
            return "DeleteUser";
        }
    }

    private Object delete(DeleteUser request) {
        Holder holder = holders.holderOf(request.accessToken());
        holder.pool().delete(holder.account());
        return Nothing.TO_TELL;
    }
}
