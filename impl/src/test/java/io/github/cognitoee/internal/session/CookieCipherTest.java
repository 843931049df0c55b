package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.CookieKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieCipherTest {

    private static final String PURPOSE = "flow of photos";
    private static final CookieKey OLD = CookieKey.random();
    private static final CookieKey NEW = CookieKey.random();

    private final CookieCipher cipher = new CookieCipher(List.of(OLD));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{\"s\":\"Schl\u00fcssel \u26bf\"}"})
    void decryptsWhatItEncrypted(String text) {
        assertThat(cipher.decrypt(cipher.encrypt(text, PURPOSE), PURPOSE)).contains(text);
    }

    @Test
    void theSameTextIsNeverEncryptedToTheSame() {
        assertThat(cipher.encrypt("text", PURPOSE)).isNotEqualTo(cipher.encrypt("text", PURPOSE));
    }

    @Test
    void whatItWritesFitsIntoACookie() {
        assertThat(cipher.encrypt("text; with \"all\" \\, kinds", PURPOSE)).matches("[\\w-]+");
    }

    @Test
    void anotherKeyDoesNotDecrypt() {
        assertThat(new CookieCipher(List.of(NEW)).decrypt(cipher.encrypt("text", PURPOSE), PURPOSE))
                .isEmpty();
    }

    @Test
    void keysAreExchangedByPuttingTheNewOneFirst() {
        CookieCipher rotated = new CookieCipher(List.of(NEW, OLD));

        assertThat(rotated.decrypt(cipher.encrypt("text", PURPOSE), PURPOSE)).contains("text");
        assertThat(cipher.decrypt(rotated.encrypt("text", PURPOSE), PURPOSE)).isEmpty();
        assertThat(new CookieCipher(List.of(NEW)).decrypt(rotated.encrypt("text", PURPOSE), PURPOSE))
                .contains("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flow of photo", "flow of photos ", "session of photos"})
    void textForAnotherPurposeDoesNotDecrypt(String other) {
        assertThat(cipher.decrypt(cipher.encrypt("text", PURPOSE), other)).isEmpty();
    }

    @Test
    void oneBitFlippedAnywhereIsNoticed() {
        byte[] encrypted = Base64.getUrlDecoder().decode(cipher.encrypt("text", PURPOSE));
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
        String encrypted = cipher.encrypt("text", PURPOSE);
        for (int length = 0; length < encrypted.length(); length++) {
            assertThat(cipher.decrypt(encrypted.substring(0, length), PURPOSE))
                    .as("the first %d", length)
                    .isEmpty();
        }
    }

    @Test
    void whatIsAppendedIsNoticed() {
        byte[] encrypted = Base64.getUrlDecoder().decode(cipher.encrypt("text", PURPOSE));
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

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
