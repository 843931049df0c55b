package io.github.cognitoee.emulator.internal.srp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's numbers, against those that the client of AWS for JavaScript has for the same secrets. */
class HandshakeTest {

    private static final Identity IDENTITY =
            Identity.ofUser("eu-west-1_ExAmPlE12", "11111111-2222-3333-4444-555555555555");
    private static final BigInteger SALT = new BigInteger("f0e1d2c3b4a5968778695a4b3c2d1e0f", 16);
    private static final Verifier VERIFIER = Verifier.of(IDENTITY, "Passw0rd!", SALT);
    private static final BigInteger THEIRS = Srp.G.modPow(repeated(0x11, 128), Srp.N);
    private static final BigInteger SECRET = repeated(0x22, 32);
    private static final byte[] SECRET_BLOCK = "secret-block-bytes".getBytes(StandardCharsets.US_ASCII);
    private static final String TIMESTAMP = "Fri Nov 6 09:05:07 UTC 2026";

    private final Handshake handshake = Handshake.begin(IDENTITY, VERIFIER, THEIRS, SECRET);

    @Test
    void theMultiplierIsThatOfTheGroup() {
        assertThat(Srp.K.toString(16)).isEqualTo("538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6");
    }

    @Test
    void theVerifierComesOfThePassword() {
        assertThat(IDENTITY.exponent(SALT, "Passw0rd!").toString(16))
                .isEqualTo("b5121bacb30175311f8697f0e33a76c4d60353822686e2ba2eef7ad0cdafbe81");
        assertThat(digest(VERIFIER.number()))
                .isEqualTo("aca76d9d3011372e14aab62c125b43f3ff847631e6b8f71b0c77b93139b6cde6");
        assertThat(VERIFIER.salt()).isEqualTo("f0e1d2c3b4a5968778695a4b3c2d1e0f");
    }

    @Test
    void thePublicValueIsRight() {
        assertThat(digest(THEIRS)).isEqualTo("f9f3f0f4857fcc7a83f7a2d602d3783150c9cc42175f8c53bf8d15aa0fd3761f");
        assertThat(handshake.publicValue()).startsWith("3ee271c67cbce88b").endsWith("559fc3a6");
        assertThat(digest(new BigInteger(handshake.publicValue(), 16)))
                .isEqualTo("afab3c3b1a6a2ab7d1d14dcac41fde440f765c0495138549f3ab70b34cbf6bcb");
    }

    @Test
    void bothSidesShareASecret() {
        BigInteger scrambler = Handshake.scrambler(THEIRS, new BigInteger(handshake.publicValue(), 16));

        assertThat(scrambler.toString(16))
                .isEqualTo("7487f514f8ae1a2db9eda0cf6fff1e87659fec78e101869402c06f43587e3745");
        assertThat(digest(Handshake.shared(THEIRS, VERIFIER.number(), scrambler, SECRET)))
                .isEqualTo("404d2dc63a5cef5a65268e6975c7833b6981aef1fcb21f0d6dbf026f98611e93");
        assertThat(HexFormat.of().formatHex(handshake.key())).isEqualTo("5486ce6d6be8f3c3ebd9e20351a4802d");
    }

    @Test
    void theSignatureIsTheClients() {
        byte[] signature = Base64.getDecoder().decode("UrMuLD81aoFGuW7kMNacljfGPw2UiVB89y165tnqMTs=");

        assertThat(handshake.signature(SECRET_BLOCK, TIMESTAMP)).isEqualTo(signature);
        assertThat(handshake.accepts(signature, SECRET_BLOCK, TIMESTAMP)).isTrue();
        assertThat(handshake.accepts(signature, SECRET_BLOCK, "Fri Nov 6 09:05:08 UTC 2026"))
                .isFalse();
        assertThat(handshake.accepts(signature, new byte[0], TIMESTAMP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "xyz", " 1"})
    void aValueThatDoesWithoutThePasswordIsNone(String theirs) {
        assertThat(Handshake.begin(IDENTITY, VERIFIER, theirs)).isEmpty();
    }

    @Test
    void aMultipleOfThePrimeIsNoneEither() {
        assertThat(Handshake.begin(IDENTITY, VERIFIER, Srp.N.toString(16))).isEmpty();
        assertThat(Handshake.begin(IDENTITY, VERIFIER, THEIRS.toString(16))).isPresent();
    }

    @Test
    void aSimulatedVerifierHasTheSameSaltForTheSameSeed() {
        byte[] seed = {1, 2, 3};

        assertThat(Verifier.simulated(seed).salt())
                .isEqualTo(Verifier.simulated(seed).salt())
                .isNotEqualTo(Verifier.simulated(new byte[] {1}).salt())
                .hasSizeBetween(28, 32);
    }

    private static BigInteger repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return new BigInteger(1, bytes);
    }

    private static String digest(BigInteger number) {
        return HexFormat.of().formatHex(Srp.digest(Srp.bytes(number)));
    }
}
