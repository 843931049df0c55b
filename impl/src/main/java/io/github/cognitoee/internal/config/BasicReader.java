package io.github.cognitoee.internal.config;

import io.github.cognitoee.BasicLogin;
import io.github.cognitoee.Proof;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads how programs send passwords by HTTP Basic. */
final class BasicReader {

    private static final Duration LONGEST_REMEMBERED = Duration.ofSeconds(60);

    /** What stands between quotation marks without an escape. */
    private static final Pattern REALM = Pattern.compile("[ !#-\\[\\]-~]+");

    private final ConfigReader reader;
    private final AnnotatedReader annotations;

    BasicReader(ConfigReader reader, AnnotatedReader annotations) {
        this.reader = reader;
        this.annotations = annotations;
    }

    /** By the library's own mechanism. */
    BasicConfig read(BasicLogin basic, VerificationConfig verification) {
        PasswordScopes.check(reader, verification, Proof.BASIC);
        String realm = annotations.string(Keys.BASIC_REALM, basic.realm());
        if (!REALM.matcher(realm).matches()) {
            throw reader.invalid(
                    Keys.BASIC_REALM,
                    "is '" + realm + "', expected printable text of ASCII, without quotation marks and backslashes");
        }
        return read(realm);
    }

    /** By a mechanism that has this realm. */
    BasicConfig read(String realm) {
        Duration time = reader.duration(Keys.BASIC_REMEMBERED_FOR, "PT30S").orElse(LONGEST_REMEMBERED);
        if (time.isNegative() || time.compareTo(LONGEST_REMEMBERED) > 0) {
            throw reader.invalid(
                    Keys.BASIC_REMEMBERED_FOR, "is " + time + ", expected from PT0S to " + LONGEST_REMEMBERED);
        }
        return new BasicConfig(realm, time);
    }
}
