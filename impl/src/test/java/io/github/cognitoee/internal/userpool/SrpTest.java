package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.userpool.RefusalReason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One exchange whose every value is known: as AWS' client for browsers computes it. */
class SrpTest {

    private static final Srp.Identity USER = new Srp.Identity("ExAmPlE12", "11111111-2222-3333-4444-555555555555");
    private static final BigInteger SALT = new BigInteger("f0e1d2c3b4a5968778695a4b3c2d1e0f", 16);
    private static final BigInteger SERVERS = repeated((byte) 0x22, 32);
    private static final BigInteger X =
            new BigInteger("b5121bacb30175311f8697f0e33a76c4d60353822686e2ba2eef7ad0cdafbe81", 16);
    private static final byte[] KEY = HexFormat.of().parseHex("5486ce6d6be8f3c3ebd9e20351a4802d");

    private final Srp srp = Srp.withPrivateValue(repeated((byte) 0x11, 128));

    private static BigInteger repeated(byte value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, value);
        return new BigInteger(1, bytes);
    }

    private static char[] password() {
        return "Passw0rd!".toCharArray();
    }

    @Test
    void theMultiplierIsThatOfTheGroup() {
        assertThat(Srp.K.toString(16)).isEqualTo("538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6");
    }

    @Test
    void theClientsPublicValue() throws Exception {
        assertThat(srp.publicValue()).startsWith("67679d4fea151663").endsWith("32e03a6c");
        assertThat(sha256(new BigInteger(srp.publicValue(), 16)))
                .isEqualTo("f9f3f0f4857fcc7a83f7a2d602d3783150c9cc42175f8c53bf8d15aa0fd3761f");
    }

    @Test
    void thePasswordsValueAndItsVerifier() throws Exception {
        BigInteger x = Srp.passwordValue(USER, password(), SALT);

        assertThat(x).isEqualTo(X);
        assertThat(sha256(Srp.verifier(x)))
                .isEqualTo("aca76d9d3011372e14aab62c125b43f3ff847631e6b8f71b0c77b93139b6cde6");
    }

    @Test
    void theServersPublicValueAndTheScrambler() throws Exception {
        BigInteger b = serversPublicValue();

        assertThat(b.toString(16)).startsWith("3ee271c67cbce88b").endsWith("559fc3a6");
        assertThat(sha256(b)).isEqualTo("afab3c3b1a6a2ab7d1d14dcac41fde440f765c0495138549f3ab70b34cbf6bcb");
        assertThat(srp.scrambler(b).toString(16))
                .isEqualTo("7487f514f8ae1a2db9eda0cf6fff1e87659fec78e101869402c06f43587e3745");
    }

    @Test
    void bothSidesHaveTheSameSecretAndSoTheKey() throws Exception {
        BigInteger b = serversPublicValue();
        BigInteger u = srp.scrambler(b);

        BigInteger clients = srp.secret(X, b);
        BigInteger servers = new BigInteger(srp.publicValue(), 16)
                .multiply(Srp.verifier(X).modPow(u, Srp.N))
                .modPow(SERVERS, Srp.N);

        assertThat(clients).isEqualTo(servers);
        assertThat(sha256(clients)).isEqualTo("404d2dc63a5cef5a65268e6975c7833b6981aef1fcb21f0d6dbf026f98611e93");
        assertThat(srp.key(X, b)).isEqualTo(KEY);
    }

    @Test
    void theSignature() {
        byte[] signature = Srp.signature(
                KEY, USER, "secret-block-bytes".getBytes(StandardCharsets.US_ASCII), "Fri Nov 6 09:05:07 UTC 2026");

        assertThat(signature).asBase64Encoded().isEqualTo("UrMuLD81aoFGuW7kMNacljfGPw2UiVB89y165tnqMTs=");
    }

    @Test
    void theWholeClaim() {
        assertThat(claim(serversPublicValue().toString(16)))
                .isEqualTo(Map.of(
                        "PASSWORD_CLAIM_SIGNATURE",
                        "UrMuLD81aoFGuW7kMNacljfGPw2UiVB89y165tnqMTs=",
                        "PASSWORD_CLAIM_SECRET_BLOCK",
                        base64("secret-block-bytes"),
                        "TIMESTAMP",
                        "Fri Nov 6 09:05:07 UTC 2026"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-06T09:05:07Z, Fri Nov 6 09:05:07 UTC 2026",
        "2026-01-31T23:59:59Z, Sat Jan 31 23:59:59 UTC 2026",
        "2027-02-28T00:00:00Z, Sun Feb 28 00:00:00 UTC 2027",
    })
    void theDayOfATimestampIsNotFilledUp(Instant at, String expected) {
        assertThat(claim(serversPublicValue().toString(16), at)).containsEntry("TIMESTAMP", expected);
    }

    @ParameterizedTest(name = "{0} times N")
    @ValueSource(ints = {0, 1, 2})
    void aServersValueThatWouldGiveTheKeyAwayIsRefused(int times) {
        String b = Srp.N.multiply(BigInteger.valueOf(times)).toString(16);

        assertThatThrownBy(() -> claim(b))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.REFUSED_BY_POOL))
                .hasMessage("the user pool's SRP value is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number", "0x12"})
    void aServersValueThatIsNoNumberIsRefused(String b) {
        assertThatThrownBy(() -> claim(b))
                .isInstanceOf(Refusal.class)
                .hasMessage("the user pool's SRP values cannot be read");
    }

    @Test
    void noTwoSignInsHaveOnePublicValue() {
        assertThat(Srp.begin().publicValue()).isNotEqualTo(Srp.begin().publicValue());
    }

    @Test
    void aPasswordMayHaveAnyCharacters() throws Exception {
        byte[] inner = MessageDigest.getInstance("SHA-256")
                .digest("ExAmPlE1211111111-2222-3333-4444-555555555555:Schlüssel⚿".getBytes(StandardCharsets.UTF_8));
        MessageDigest outer = MessageDigest.getInstance("SHA-256");
        outer.update(SALT.toByteArray());

        assertThat(Srp.passwordValue(USER, "Schlüssel⚿".toCharArray(), SALT))
                .isEqualTo(new BigInteger(1, outer.digest(inner)));
    }

    private Map<String, String> claim(String b) {
        return claim(b, Instant.parse("2026-11-06T09:05:07Z"));
    }

    private Map<String, String> claim(String b, Instant at) {
        PoolAnswer due = new PoolAnswer(
                Optional.empty(),
                "PASSWORD_VERIFIER",
                Map.of("SALT", SALT.toString(16), "SRP_B", b, "SECRET_BLOCK", base64("secret-block-bytes")),
                "session",
                List.of());
        return new PasswordClaim(srp, USER).responses(due, password(), at);
    }

    private static BigInteger serversPublicValue() {
        return Srp.K.multiply(Srp.verifier(X)).add(Srp.G.modPow(SERVERS, Srp.N)).mod(Srp.N);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(BigInteger number) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(number.toByteArray()));
    }
}
