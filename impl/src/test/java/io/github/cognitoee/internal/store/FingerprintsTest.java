package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints();

    @Test
    void theSameNameAndPasswordHaveTheSame() {
        assertThat(of("alice", "Ax")).isEqualTo(of("alice", "Ax"));
    }

    @Test
    void aNameDoesNotRunIntoItsPassword() {
        assertThat(of("alice", "Ax")).isNotEqualTo(of("aliceA", "x"));
    }

    @Test
    void thoseOfTwoProcessesHaveNothingInCommon() {
        assertThat(of("alice", "Ax")).isNotEqualTo(new Fingerprints().of("alice", "Ax".toCharArray()));
    }

    @Test
    void thePasswordIsLeftAsItWas() {
        char[] password = "Ax".toCharArray();
        Fingerprint fingerprint = fingerprints.of("alice", password);

        assertThat(password).containsExactly('A', 'x');
        assertThat(fingerprint).hasToString("Fingerprint");
    }

    private Fingerprint of(String username, String password) {
        return fingerprints.of(username, password.toCharArray());
    }
}
