package io.github.cognitoee.emulator.internal.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How identity providers of IAM are written: issuers, and the ARNs by which identity pools list them. */
public final class IamProviders {

    /** Of an issuer, for people. */
    public static final String ISSUER_EXPECTED = "an address such as https://login.example.com/tenant";

    /** Without {@code https://}, and without a port, as IAM wants it. Some end in a slash, such as Auth0's. */
    private static final String ISSUER = "[\\w.-]+(/[\\w.~-]+)*/?";

    private static final Pattern ISSUER_ADDRESS = Pattern.compile("https://" + ISSUER);

    private static final Pattern OPEN_ID_CONNECT =
            Pattern.compile("arn:aws(-[a-z]+)*:iam::\\d{12}:oidc-provider/" + ISSUER);

    private static final Pattern SAML =
            Pattern.compile("arn:(?:" + SamlSignIn.partitions("|") + "):iam::(\\d{12}):saml-provider/[\\w.-]{1,128}");

    private IamProviders() {}

    public static boolean isIssuer(String address) {
        return ISSUER_ADDRESS.matcher(address).matches();
    }

    static boolean isOpenIdConnect(String arn) {
        return OPEN_ID_CONNECT.matcher(arn).matches();
    }

    /** Whether it is the ARN of a SAML provider of this account. */
    public static boolean isSaml(String arn, String accountId) {
        Matcher matcher = SAML.matcher(arn);
        return matcher.matches() && matcher.group(1).equals(accountId);
    }

    /** Of the ARN of a SAML provider, for people. */
    public static String samlExpected(String accountId) {
        return "arn:aws:iam::" + accountId
                + ":saml-provider/<name>, the name of up to 128 letters, digits or characters of"
                + " _.-, the partition one of " + SamlSignIn.partitions(", ");
    }
}
