package io.github.cognitoee.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.cognitoee.internal.LogLines;
import java.security.Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignOutListenerTest {

    private static final Principal ALICE = () -> "alice";

    private final LogLines log = LogLines.of(SignOutListener.class);

    @BeforeEach
    void readTheLog() {
        log.start();
    }

    @AfterEach
    void leaveTheLog() {
        log.stop();
    }

    @Test
    void whoSignsOutIsOutWhateverBecomesOfWhatWasKept() {
        SignOutListener failing = caller -> {
            throw new IllegalStateException("the session is away");
        };

        assertThatNoException().isThrownBy(() -> failing.tell(ALICE));

        assertThat(log.lines())
                .containsExactly("COG-0039: what was kept of a caller who signed out could not be dropped");
    }

    @Test
    void nothingIsLoggedOfWhatWasDropped() {
        SignOutListener.NONE.tell(ALICE);

        assertThat(log.lines()).isEmpty();
    }
}
