package io.github.cognitoee.internal.identitypool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What identity pools call identity providers. */
final class ProviderName {

    private static final Pattern OPEN_ID_CONNECT =
            Pattern.compile("arn:aws(?:-[a-z]+)*:iam::\\d{12}:oidc-provider/(.+)");
    private static final String SCHEME = "https://";

    private ProviderName() {}

    /** The name under which a token is shown: of an OpenID Connect provider its issuer without scheme, for its ARN too. */
    static String normalised(String name) {
        Matcher arn = OPEN_ID_CONNECT.matcher(name);
        if (arn.matches()) {
            return arn.group(1);
        }
        return name.startsWith(SCHEME) ? name.substring(SCHEME.length()) : name;
    }
}
