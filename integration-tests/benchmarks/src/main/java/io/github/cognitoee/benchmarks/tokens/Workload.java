package io.github.cognitoee.benchmarks.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.TokenRecipe;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tokens that are verified, and the keys that verify them: minted once by the emulator, read by every measuring process
 * from files.
 */
public final class Workload {

    public static final String POOL = "eu-west-1_CognitoEE";
    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/" + POOL;
    public static final String CLIENT = "demo0client0of0photo0album";

    private static final int CHUNK = 1_000;

    private final Path directory;

    /** The workload of the process that measures, whose system properties the starting process has set. */
    static Workload ofSystemProperties() {
        return new Workload(Path.of(System.getProperty("bench.workload")));
    }

    Workload(Path directory) {
        this.directory = directory;
    }

    /** Mints as many access tokens, each of another caller, and one ID token. */
    void prepare(CognitoEmulator emulator, int tokens) throws IOException {
        Files.createDirectories(directory);
        URI keys = keys(emulator);
        Files.writeString(directory.resolve("keys.uri"), keys.toString());
        try (var in = keys.toURL().openStream()) {
            Files.write(directory.resolve("keys.json"), in.readAllBytes());
        }
        Files.writeString(directory.resolve("id-token"), caller(emulator).idToken());
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("access-tokens"))) {
            for (int written = 0; written < tokens; written += CHUNK) {
                for (String token : accessTokens(emulator, Math.min(CHUNK, tokens - written))) {
                    out.write(token);
                    out.newLine();
                }
                if (written % 10_000 == 0) {
                    Report.progress("minted %,d of %,d tokens".formatted(written, tokens));
                }
            }
        }
    }

    /** Mints as many ID tokens, each of another caller, and nothing else. */
    public static void prepareIdTokens(Path directory, CognitoEmulator emulator, int tokens) throws IOException {
        Workload workload = new Workload(directory);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("keys.uri"), keys(emulator).toString());
        try (BufferedWriter out = Files.newBufferedWriter(workload.idTokensFile())) {
            for (int written = 0; written < tokens; written += CHUNK) {
                List<String> chunk = IntStream.range(0, Math.min(CHUNK, tokens - written))
                        .parallel()
                        .mapToObj(i -> caller(emulator).idToken())
                        .toList();
                for (String token : chunk) {
                    out.write(token);
                    out.newLine();
                }
            }
        }
    }

    private Path idTokensFile() {
        return directory.resolve("id-tokens");
    }

    /** All of them, read as they are asked for; to be closed. */
    Stream<String> idTokens() throws IOException {
        return Files.lines(idTokensFile());
    }

    private static URI keys(CognitoEmulator emulator) {
        return emulator.endpoint().resolve("/" + POOL + "/.well-known/jwks.json");
    }

    private static List<String> accessTokens(CognitoEmulator emulator, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> caller(emulator).accessToken())
                .toList();
    }

    /** Another caller at each call; the tokens are about 1.1 KB long and valid for a day. */
    private static TokenRecipe caller(CognitoEmulator emulator) {
        return emulator.tokens()
                .user("alice")
                .scopes("openid", "email", "profile", "photos/read", "photos/write")
                .withClaim("sub", UUID.randomUUID().toString())
                .expiresIn(Duration.ofDays(1));
    }

    /** The same with what servers' MicroProfile JWT asks for and Cognito does not write. */
    public static TokenRecipe mpJwtCaller(CognitoEmulator emulator) {
        return caller(emulator).withHeader("typ", "JWT").withClaim("groups", List.of("users"));
    }

    /** The first tokens, as the bytes in which a request brings them. */
    byte[][] accessTokens(int count) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("access-tokens"))) {
            byte[][] tokens = lines.limit(count)
                    .map(token -> token.getBytes(StandardCharsets.ISO_8859_1))
                    .toArray(byte[][]::new);
            if (tokens.length < count) {
                throw new IllegalStateException("found " + tokens.length + " tokens, expected " + count);
            }
            return tokens;
        }
    }

    /** An ID token. */
    public static String idToken() throws IOException {
        return Files.readString(ofSystemProperties().directory.resolve("id-token"));
    }

    /** Where the emulator publishes the keys. */
    URI keysUri() throws IOException {
        return URI.create(Files.readString(directory.resolve("keys.uri")));
    }

    /** The published keys as text. */
    String keysJson() throws IOException {
        return Files.readString(directory.resolve("keys.json"));
    }

    /** The key that signed the access tokens. */
    RSAPublicKey accessTokenKey() throws IOException {
        String token = new String(accessTokens(1)[0], StandardCharsets.ISO_8859_1);
        return keyOf(token, keysJson());
    }

    /** The key that signs access tokens now. */
    public static RSAPublicKey accessTokenKey(CognitoEmulator emulator) throws IOException {
        try (var in = keys(emulator).toURL().openStream()) {
            return keyOf(caller(emulator).accessToken(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RSAPublicKey keyOf(String token, String keysJson) {
        try {
            String kid = JWSHeader.parse(new Base64URL(token.substring(0, token.indexOf('.'))))
                    .getKeyID();
            return JWKSet.parse(keysJson).getKeyByKeyId(kid).toRSAKey().toRSAPublicKey();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the emulator publishes no key for its own tokens", e);
        }
    }
}
