package io.github.cognitoee.emulator.internal.pool;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The scopes that every user pool has, and what they let a client know of a user. */
public final class Scopes {

    public static final String OPENID = "openid";

    /** The one scope of tokens that come from the operations, and the leave to call those on the user's own account. */
    public static final String USER_ADMIN = "aws.cognito.signin.user.admin";

    /** Those that every pool has. */
    public static final Set<String> RESERVED = Set.of(OPENID, "email", "phone", "profile", USER_ADMIN);

    private static final Map<String, String> OF_ATTRIBUTES = Map.of(
            "email", "email", "email_verified", "email", "phone_number", "phone", "phone_number_verified", "phone");
    private static final Set<String> OF_USERS = Set.of("email", "phone", "profile");

    private Scopes() {}

    /** Whether scopes can be asked for together: those about the user stand beside {@code openid}. */
    public static boolean areConsistent(Collection<String> scopes) {
        return scopes.contains(OPENID) || scopes.stream().noneMatch(OF_USERS::contains);
    }

    /** The attributes of which the scopes email and phone tell. */
    public static Stream<String> contactsOf(Collection<String> scopes) {
        return OF_ATTRIBUTES.entrySet().stream()
                .filter(attribute -> scopes.contains(attribute.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Whether the scopes of a sign-in show an attribute; {@code openid} without others about the user shows all. */
    public static boolean show(Collection<String> scopes, String attribute) {
        return scopes.stream().noneMatch(OF_USERS::contains)
                || attribute.equals("sub")
                || scopes.contains(OF_ATTRIBUTES.getOrDefault(attribute, "profile"));
    }
}
