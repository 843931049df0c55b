package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens as attackers make them, judged by jose4j and the JDK: each lies, and is properly signed all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRecipesTest {

    private CognitoEmulator emulator;
    private JsonWebKeySet keys;

    @BeforeAll
    void start() throws Exception {
        emulator = CognitoEmulator.builder().start();
        keys = new JsonWebKeySet(
                Http.get(emulator, "/eu-west-1_CognitoEE/.well-known/jwks.json").body());
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderTellsTheAlgorithmOfTheSignature(TokenSignature signature) {
        assertThat(TokenText.of(alice().signedAs(signature).accessToken()).header())
                .endsWith("\"alg\":\"" + signature.algorithm() + "\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "RS384", "RS512", "PS256"})
    void otherAlgorithmsOfRsaAreProperlySigned(TokenSignature signature) throws Exception {
        assertThat(verifies(alice().signedAs(signature).accessToken())).isTrue();
    }

    @Test
    void anUnsignedTokenEndsInADot() {
        assertThat(alice().signedAs(TokenSignature.NONE).accessToken()).endsWith(".");
    }

    @Test
    void anEllipticSignatureHasItsLength() {
        String token = alice().signedAs(TokenSignature.ES256).accessToken();

        assertThat(Base64.getUrlDecoder().decode(TokenText.of(token).signature()))
                .hasSize(64);
    }

    @Test
    void thePublicKeyIsTheSecret() throws Exception {
        RsaJsonWebKey key = published(alice().accessToken());
        byte[] der = key.getKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";

        assertHmac(TokenSignature.HS256_PUBLIC_KEY_DER, der);
        assertHmac(TokenSignature.HS256_PUBLIC_KEY_PEM, pem.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void headerMembersOfAnyKindAreProperlySigned() throws Exception {
        String token = alice().withHeader("kid", 7)
                .withHeader("crit", List.of("b64"))
                .withHeader("b64", false)
                .withHeader("zip", "DEF")
                .accessToken();

        assertThat(TokenText.of(token).header())
                .isEqualTo("{\"kid\":7,\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false,\"zip\":\"DEF\"}");
        assertThat(signedByThePool(token)).isTrue();
    }

    @Test
    void aForgedTokenCanBringItsOwnKey() throws Exception {
        JsonWebSignature forged = parsed(alice().signedWithForeignKey()
                .withHeader("jwk", emulator.tokens().foreignJwk())
                .accessToken());
        forged.setKey(forged.getJwkHeader().getKey());

        assertThat(forged.verifySignature()).isTrue();
        assertThat(emulator.tokens().foreignJwk()).containsOnlyKeys("kty", "e", "n", "kid", "alg", "use");
    }

    @Test
    void aClaimCanBeNamedTwice() throws Exception {
        String token = alice().editPayload(json -> "{\"sub\":\"other\"," + json.substring(1))
                .accessToken();

        assertThat(TokenText.of(token).payload()).startsWith("{\"sub\":\"other\",\"sub\":\"");
        assertThat(signedByThePool(token)).isTrue();
    }

    @Test
    void aHeaderMemberCanBeNamedTwice() throws Exception {
        String token = alice().editHeader(json -> json.replace("}", ",\"alg\":\"none\"}"))
                .accessToken();

        assertThat(TokenText.of(token).header()).endsWith("\"alg\":\"RS256\",\"alg\":\"none\"}");
        assertThat(signedByThePool(token)).isTrue();
    }

    @Test
    void headerAndPayloadCanBeAnyText() throws Exception {
        String token =
                alice().withRawHeader("[]").withRawPayload("{\"exp\":1e999}").accessToken();

        assertThat(TokenText.of(token).header()).isEqualTo("[]");
        assertThat(TokenText.of(token).payload()).isEqualTo("{\"exp\":1e999}");
        assertThat(signedByThePool(token)).isTrue();
    }

    @Test
    void headerAndPayloadCanBeAnyBytes() throws Exception {
        String token = alice().withRawHeader(new byte[] {(byte) 0xff})
                .withRawPayload(new byte[] {(byte) 0xc3, 0x28})
                .accessToken();

        assertThat(token).startsWith("_w.wyg.");
        assertThat(signedByThePool(token)).isTrue();
    }

    private TokenRecipe alice() {
        return emulator.tokens().user("alice");
    }

    private void assertHmac(TokenSignature signature, byte[] secret) throws Exception {
        String token = alice().signedAs(signature).accessToken();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));

        assertThat(Base64.getUrlDecoder().decode(TokenText.of(token).signature()))
                .isEqualTo(mac.doFinal(contentOf(token)));
    }

    /** By the JDK alone, since no library reads such headers. */
    private boolean signedByThePool(String token) throws Exception {
        java.security.Signature rsa = java.security.Signature.getInstance("SHA256withRSA");
        rsa.initVerify(published(alice().accessToken()).getRsaPublicKey());
        rsa.update(contentOf(token));
        return rsa.verify(Base64.getUrlDecoder().decode(TokenText.of(token).signature()));
    }

    private boolean verifies(String token) throws Exception {
        JsonWebSignature signature = parsed(token);
        signature.setKey(published(token).getKey());
        return signature.verifySignature();
    }

    private RsaJsonWebKey published(String token) throws Exception {
        String kid = parsed(token).getKeyIdHeaderValue();
        return (RsaJsonWebKey) keys.findJsonWebKey(kid, "RSA", "sig", null);
    }

    private static byte[] contentOf(String token) {
        return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static JsonWebSignature parsed(String token) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setCompactSerialization(token);
        return signature;
    }
}
