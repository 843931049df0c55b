package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenedCookiesTest {

    private static final SessionTokens TOKENS = new SessionTokens("id", "access", null, Instant.EPOCH);

    private final OpenedCookies opened = new OpenedCookies(1_000);

    @Test
    void whatWasOpenedIsKnown() {
        assertThat(opened.find("text", "photos", () -> Optional.of(TOKENS))).containsSame(TOKENS);

        assertThat(opened.find("text", "photos", Optional::empty)).containsSame(TOKENS);
    }

    @Test
    void whatCouldNotBeOpenedIsTriedAgain() {
        assertThat(opened.find("text", "photos", Optional::empty)).isEmpty();

        assertThat(opened.find("text", "photos", () -> Optional.of(TOKENS))).containsSame(TOKENS);
    }

    @Test
    void whatWasOpenedForOnePurposeIsNotForAnother() {
        opened.find("text", "photos", () -> Optional.of(TOKENS));

        assertThat(opened.find("text", "albums", Optional::empty)).isEmpty();
    }

    @Test
    void whatIsLargerThanTheMemoryIsNotKept() {
        String large = "x".repeat(501);
        opened.find(large, "photos", () -> Optional.of(TOKENS));

        assertThat(opened.find(large, "photos", Optional::empty)).isEmpty();
    }

    @Test
    void nothingIsKeptWithoutMemory() {
        OpenedCookies forgetful = new OpenedCookies(0);
        forgetful.find("text", "photos", () -> Optional.of(TOKENS));

        assertThat(forgetful.find("text", "photos", Optional::empty)).isEmpty();
    }
}
