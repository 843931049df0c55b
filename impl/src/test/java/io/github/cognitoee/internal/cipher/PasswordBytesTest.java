package io.github.cognitoee.internal.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Passw0rd!", "Schl\u00fcssel", "\u26bf\u26bf\u26bf", "\ud83d\udd11", "lone \ud83d"})
    void theyAreUtf8(String password) {
        try (PasswordBytes bytes = new PasswordBytes(password.toCharArray())) {
            assertThat(bytes.buffer()).isEqualTo(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void theyAreOneArrayThatIsZeroedWhenClosed() {
        PasswordBytes bytes = new PasswordBytes("\u26bf Passw0rd!".toCharArray());
        ByteBuffer buffer = bytes.buffer();

        bytes.close();

        assertThat(bytes.buffer().array()).isSameAs(buffer.array()).containsOnly(0);
        assertThat(bytes).hasToString("PasswordBytes");
    }
}
