package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTextTest {

    @Test
    void tokensAreTakenOut() {
        assertThat(ServiceText.clean("Value '{x=eyJraWQi.eyJzdWIi.c2ln-_=}' at 'logins' is wrong"))
                .isEqualTo("Value '{x=(token)}' at 'logins' is wrong");
    }

    @Test
    void itIsOneLineOfBoundedLength() {
        assertThat(ServiceText.clean("one\r\ntwo\tthree")).isEqualTo("one two three");
        assertThat(ServiceText.clean("x".repeat(1000))).isEqualTo("x".repeat(300) + "...");
    }
}
