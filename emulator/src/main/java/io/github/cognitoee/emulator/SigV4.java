package io.github.cognitoee.emulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 in an {@code Authorization} header, from the side that verifies. The body's digest is always
 * computed, never taken from a header. The path is encoded once more than it was for sending, as by all services but S3.
 *
 * <p>Not the SDK's signer: that one adds headers of its own to what it signs, so that it cannot recompute other clients'
 * signatures.
 */
record SigV4(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9._~/-]");
    private static final Pattern HEADER = Pattern.compile(ALGORITHM
            + " +Credential=(\\w+)/(\\d{8})/([\\w-]+)/([\\w-]+)/aws4_request, *SignedHeaders=([\\w;-]+),"
            + " *Signature=([0-9a-f]{64})");

    /** Takes the header apart; empty if it does not have the form. */
    static Optional<SigV4> parse(String authorization) {
        Matcher matcher = HEADER.matcher(authorization);
        return matcher.matches()
                ? Optional.of(new SigV4(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        matcher.group(4),
                        List.of(matcher.group(5).split(";")),
                        matcher.group(6)))
                : Optional.empty();
    }

    /** Whether the holder of this secret signed this call at the time that {@code x-amz-date} says. */
    boolean isSignatureOf(HttpCall call, String secretAccessKey, String amzDate) {
        String expected = signatureFor(call, secretAccessKey, amzDate);
        return MessageDigest.isEqual(bytes(expected), bytes(signature));
    }

    private String signatureFor(HttpCall call, String secretAccessKey, String amzDate) {
        String toSign = String.join(
                "\n",
                ALGORITHM,
                amzDate,
                String.join("/", date, region, service, "aws4_request"),
                sha256(bytes(canonical(call))));
        byte[] key = bytes("AWS4" + secretAccessKey);
        for (String step : List.of(date, region, service, "aws4_request")) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private String canonical(HttpCall call) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + canonicalValue(call.headers().getOrDefault(name, List.of())) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                call.method(),
                canonicalPath(call.rawPath()),
                canonicalQuery(call.rawQuery()),
                headers,
                String.join(";", signedHeaders),
                sha256(call.body()));
    }

    private static String canonicalValue(List<String> values) {
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    /** All but unreserved characters encoded (RFC 3986, section 2.3), the signs of the first encoding too. */
    private static String canonicalPath(String rawPath) {
        return ENCODED.matcher(rawPath)
                .replaceAll(character ->
                        HexFormat.of().withUpperCase().withPrefix("%").formatHex(bytes(character.group())));
    }

    private static String canonicalQuery(String rawQuery) {
        return Arrays.stream(rawQuery.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .sorted(Comparator.comparing((String parameter) -> parameter.substring(0, parameter.indexOf('=')))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("&"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
