package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.987Z");

    @Test
    void isReadAsItWasWritten() {
        Flow flow = Flow.begin("https://photos.example.com/photos/\"a\"?b=c&d=\u00e9", StepUp.NONE, NOW);
        Flow stepUp =
                Flow.begin("/", new StepUp(Optional.of(Duration.ofMinutes(5)), Optional.of("urn:cognito:loa:3")), NOW);

        assertThat(Flow.parse(flow.toJson())).contains(flow);
        assertThat(Flow.parse(stepUp.toJson())).contains(stepUp);
        assertThat(flow.startedAt()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void whatMustNotBeGuessedIsOf256BitsAndNeverTheSame() {
        Flow one = Flow.begin("/", StepUp.NONE, NOW);
        Flow other = Flow.begin("/", StepUp.NONE, NOW);

        assertThat(new String[] {
                    one.state(), one.nonce(), one.verifier(), other.state(), other.nonce(), other.verifier()
                })
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[\\w-]{43}"));
    }

    @Test
    void theChallengeIsThatOfTheSpecification() {
        Flow flow = new Flow("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "/", StepUp.NONE, NOW);

        assertThat(flow.challenge()).as("RFC 7636 appendix B").isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{",
                "{\"s\":1,\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":1}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\"}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":\"1\"}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":1.5}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":9223372036854775807}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":1e400}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":1,\"m\":\"5\"}",
                "{\"s\":\"s\",\"n\":\"n\",\"v\":\"v\",\"r\":\"r\",\"t\":1,\"a\":4}",
            })
    void whatAnotherVersionMayHaveWrittenIsNone(String json) {
        assertThat(Flow.parse(json)).isEmpty();
    }

    @Test
    void printsNothingOfItself() {
        assertThat(Flow.begin("/", StepUp.NONE, NOW)).hasToString("Flow");
    }
}
