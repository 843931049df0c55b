package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attribute;
import io.github.cognitoee.emulator.internal.pool.IdentityClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A user as lists and the answer to its creation show it. */
record UserView(
        String username,
        List<Attribute> attributes,
        Instant userCreateDate,
        Instant userLastModifiedDate,
        boolean enabled,
        String userStatus) {

    static UserView of(Account account) {
        return of(account, name -> true);
    }

    static UserView of(Account account, Predicate<String> shown) {
        return new UserView(
                account.username(),
                attributesOf(account, shown),
                account.created(),
                account.modified(),
                account.enabled(),
                account.status().name());
    }

    /** The user's attributes, {@code sub} first. */
    static List<Attribute> attributesOf(Account account, Predicate<String> shown) {
        List<Attribute> list = new ArrayList<>();
        if (shown.test("sub")) {
            list.add(new Attribute("sub", account.sub()));
        }
        account.attributes().forEach((name, value) -> {
            if (shown.test(name)) {
                list.add(new Attribute(name, value));
            }
        });
        if (!account.identities().isEmpty() && shown.test(IdentityClaims.NAME)) {
            list.add(new Attribute(IdentityClaims.NAME, IdentityClaims.text(account)));
        }
        return list;
    }
}
