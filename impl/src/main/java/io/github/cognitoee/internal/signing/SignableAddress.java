package io.github.cognitoee.internal.signing;

import io.github.cognitoee.UnsignableRequestException;
import io.github.cognitoee.internal.config.WebAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in the one spelling that every HTTP client leaves as it is, and every service reads alike: a signature holds for
 * what is sent. The Apache client of RESTEasy decodes paths and encodes them anew, clients do not agree on whether {@code Host}
 * has a port that goes without saying, nor services on what a {@code +} is in a query.
 */
final class SignableAddress {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HEX = 16;
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** Of the octets that RFC 3986 lets stand in the segment of a path, those that Apache's client does not escape: all. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~!'()*;:@&=+$,-]");

    private static final Pattern ESCAPED_DOT = Pattern.compile("%2[Ee]");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    private SignableAddress() {}

    /** @throws UnsignableRequestException where nothing that is signed may go */
    static URI of(URI address) {
        if (!WebAddress.isSafe(address)) {
            throw new UnsignableRequestException("A request to " + address.getScheme() + "://" + address.getHost()
                    + " is not signed: expected https, or http on the loopback interface");
        }
        URI ascii = URI.create(address.toASCIIString());
        String query = ascii.getRawQuery();
        return URI.create(ascii.getScheme().toLowerCase(Locale.ROOT) + "://" + ascii.getHost() + port(ascii)
                + path(ascii.getRawPath()) + (query == null ? "" : "?" + query.replace("+", "%20")));
    }

    private static String port(URI address) {
        int expected = address.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        return address.getPort() < 0 || address.getPort() == expected ? "" : ":" + address.getPort();
    }

    private static String path(String raw) {
        String path = ESCAPE.matcher(raw).replaceAll(escape -> Matcher.quoteReplacement(plainIfItMayBe(escape)));
        if (ESCAPED_DOT.matcher(raw).find() && DOT_SEGMENT.matcher(path).find()) {
            throw new UnsignableRequestException("A request to the path " + raw
                    + " is not signed: an escaped segment . or .. may be read in two ways");
        }
        return path;
    }

    private static String plainIfItMayBe(MatchResult escape) {
        String character = String.valueOf((char) Integer.parseInt(escape.group(1), HEX));
        return PLAIN.matcher(character).matches() ? character : escape.group().toUpperCase(Locale.ROOT);
    }
}
