package io.github.cognitoee.internal.signing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a request bears the signature it should, as the receiving side does: by the text of AWS' documentation, without
 * the AWS SDK. {@code Host} is the address's own.
 */
final class SigV4Judge {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/([^/]+)/([^/]+)/aws4_request), SignedHeaders=([^,]+),"
                    + " Signature=([0-9a-f]{64})");

    private final String secret;

    SigV4Judge(String secret) {
        this.secret = secret;
    }

    /** What an {@code Authorization} of this algorithm says. */
    record Claimed(String accessKeyId, String region, String service, List<String> signedHeaders) {}

    static Claimed claimed(String authorization) {
        Matcher matcher = match(authorization);
        return new Claimed(
                matcher.group(1),
                matcher.group(3),
                matcher.group(4),
                List.of(matcher.group(5).split(";")));
    }

    /** @param headers with whatever case of names */
    boolean accepts(String method, URI sent, Map<String, String> headers, byte[] body) {
        Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.putAll(headers);
        received.put("host", sent.getRawAuthority());
        Matcher claimed = match(received.getOrDefault("authorization", ""));
        String signedHeaders = claimed.group(5);
        String canonical = String.join(
                "\n",
                method,
                path(sent.getRawPath()),
                query(sent.getRawQuery()),
                Arrays.stream(signedHeaders.split(";"))
                        .map(name -> name.toLowerCase(Locale.ROOT) + ":"
                                + received.getOrDefault(name, "").trim().replaceAll(" +", " ") + "\n")
                        .collect(Collectors.joining()),
                signedHeaders,
                sha256(body));
        String text = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                received.getOrDefault("x-amz-date", ""),
                claimed.group(2),
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : claimed.group(2).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text)).equals(claimed.group(6));
    }

    private static Matcher match(String authorization) {
        Matcher matcher = AUTHORIZATION.matcher(authorization);
        if (!matcher.matches()) {
            throw new AssertionError("no signature: " + authorization);
        }
        return matcher;
    }

    /** Normalised, then encoded once more. */
    private static String path(String raw) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : raw.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(encoded(segment));
            }
        }
        String path = "/" + String.join("/", segments);
        return raw.endsWith("/") && path.length() > 1 ? path + "/" : path;
    }

    private static String query(String raw) {
        if (raw == null) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> recoded(pair[0]) + "=" + (pair.length == 1 ? "" : recoded(pair[1])))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String recoded(String part) {
        return encoded(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) octet;
            encoded.append(
                    String.valueOf(character).matches("[A-Za-z0-9._~-]") ? character : String.format("%%%02X", octet));
        }
        return encoded.toString();
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
