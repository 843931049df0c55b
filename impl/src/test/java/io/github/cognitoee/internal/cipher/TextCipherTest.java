package io.github.cognitoee.internal.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.CipherKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCipherTest {

    private static final String PURPOSE = "flow of photos";
    private static final CipherKey OLD = CipherKey.random();
    private static final CipherKey NEW = CipherKey.random();

    private final TextCipher cipher = new TextCipher(List.of(OLD));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{\"s\":\"Schl\u00fcssel \u26bf\"}"})
    void decryptsWhatItEncrypted(String text) {
        assertThat(decrypt(cipher, encrypt(cipher, text))).contains(text);
    }

    @Test
    void theSameTextIsNeverEncryptedToTheSame() {
        assertThat(encrypt(cipher, "text")).isNotEqualTo(encrypt(cipher, "text"));
    }

    @Test
    void whatItWritesFitsIntoACookie() {
        assertThat(encrypt(cipher, "text; with \"all\" \\, kinds")).matches("[\\w-]+");
    }

    @Test
    void anotherKeyDoesNotDecrypt() {
        assertThat(decrypt(new TextCipher(List.of(NEW)), encrypt(cipher, "text")))
                .isEmpty();
    }

    @Test
    void keysAreExchangedByPuttingTheNewOneFirst() {
        TextCipher rotated = new TextCipher(List.of(NEW, OLD));

        assertThat(decrypt(rotated, encrypt(cipher, "text"))).contains("text");
        assertThat(decrypt(cipher, encrypt(rotated, "text"))).isEmpty();
        assertThat(decrypt(new TextCipher(List.of(NEW)), encrypt(rotated, "text")))
                .contains("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flow of photo", "flow of photos ", "session of photos"})
    void textForAnotherPurposeDoesNotDecrypt(String other) {
        assertThat(cipher.decrypt(encrypt(cipher, "text"), other)).isEmpty();
    }

    @Test
    void oneBitFlippedAnywhereIsNoticed() {
        byte[] encrypted = Base64.getUrlDecoder().decode(encrypt(cipher, "text"));
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] flipped = encrypted.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(cipher.decrypt(base64(flipped), PURPOSE))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void whatIsCutOffAnywhereIsNoticed() {
        String encrypted = encrypt(cipher, "text");
        for (int length = 0; length < encrypted.length(); length++) {
            assertThat(cipher.decrypt(encrypted.substring(0, length), PURPOSE))
                    .as("the first %d", length)
                    .isEmpty();
        }
    }

    @Test
    void whatIsAppendedIsNoticed() {
        byte[] encrypted = Base64.getUrlDecoder().decode(encrypt(cipher, "text"));
        byte[] longer = Arrays.copyOf(encrypted, encrypted.length + 1);

        assertThat(cipher.decrypt(base64(longer), PURPOSE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage", "====", "%%%", "a b", "\u00e9", "\"quoted\"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void garbageDoesNotDecrypt(String garbage) {
        assertThat(cipher.decrypt(garbage, PURPOSE)).isEmpty();
    }

    private static String encrypt(TextCipher cipher, String text) {
        return cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    private static Optional<String> decrypt(TextCipher cipher, String encrypted) {
        return cipher.decrypt(encrypted, PURPOSE).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
