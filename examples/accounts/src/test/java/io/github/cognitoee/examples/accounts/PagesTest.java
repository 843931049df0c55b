package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.userpool.Challenge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages and the API call the challenges by the same names. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src", "main", "webapp");

    static Stream<Challenge> challenges() {
        return Stream.of(
                new Challenge.NewPassword(Set.of(), Map.of()),
                new Challenge.SentCode(Challenge.Medium.SMS, ""),
                new Challenge.AuthenticatorCode(),
                new Challenge.AuthenticatorSetUp("", URI.create("otpauth://totp/x")),
                new Challenge.SecondFactorChoice(Set.of()),
                new Challenge.FirstFactorChoice(Set.of()),
                new Challenge.Password(),
                new Challenge.Passkey("{}"),
                new Challenge.Custom(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void eachChallengeHasAFormAndAScriptThatKnowsIt(Challenge challenge) throws IOException {
        String step = Step.of(challenge, "state").step();

        assertThat(Files.readString(WEBAPP.resolve("sign-in.html"))).contains("data-step=\"" + step + "\"");
        assertThat(Files.readString(WEBAPP.resolve("js/challenges.js"))).containsPattern("(?m)^  " + step + "[:,]");
    }

    @Test
    void noChallengeIsLeftOut() {
        assertThat(challenges().map(Object::getClass))
                .hasSameElementsAs(Set.of(Challenge.class.getPermittedSubclasses()));
    }

    @Test
    void noPageHasAScriptOrAStyleWithinItself() throws IOException {
        try (Stream<Path> files = Files.list(WEBAPP)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .doesNotContainPattern("<script(?![^>]* src=)|<style| style=| on[a-z]+=");
            }
        }
    }
}
