package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filter of {@code ListUsers}: one attribute, equal to a text or beginning with it. */
record UserFilter(Function<Account, String> attribute, boolean prefix, boolean caseSensitive, String text)
        implements Predicate<Account> {

    private static final Pattern FORM = Pattern.compile("\\s*([\\w:]+)\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
    private static final Set<String> ATTRIBUTES =
            Set.of("email", "phone_number", "name", "given_name", "family_name", "preferred_username");

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the filter has another form */
    static Predicate<Account> of(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return account -> true;
        }
        Matcher matcher = FORM.matcher(filter);
        if (!matcher.matches()) {
            throw ErrorType.INVALID_PARAMETER.because("Error while parsing filter");
        }
        String name = matcher.group(1);
        return new UserFilter(
                attribute(name),
                matcher.group(2).equals("^="),
                !name.equals("cognito:user_status"),
                matcher.group(3).replaceAll("\\\\(.)", "$1"));
    }

    private static Function<Account, String> attribute(String name) {
        return switch (name) {
            case "username" -> Account::username;
            case "sub" -> Account::sub;
            case "cognito:user_status" -> account -> account.status().name();
            case "status" -> account -> account.enabled() ? "Enabled" : "Disabled";
            default -> {
                if (!ATTRIBUTES.contains(name)) {
                    throw ErrorType.INVALID_PARAMETER.because("Invalid search attribute: " + name);
                }
                yield account -> account.attribute(name);
            }
        };
    }

    @Override
    public boolean test(Account account) {
        String value = folded(attribute.apply(account));
        return prefix ? value.startsWith(folded(text)) : value.equals(folded(text));
    }

    private String folded(String value) {
        return caseSensitive ? value : value.toUpperCase(Locale.ROOT);
    }
}
