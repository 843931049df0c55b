package io.github.cognitoee.emulator.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void everyLanguageHasEveryText() throws IOException {
        assertThat(texts("texts_ko.properties").stringPropertyNames())
                .isEqualTo(texts("texts.properties").stringPropertyNames());
    }

    @Test
    void aTextTakesItsArguments() {
        assertThat(Language.ENGLISH.text("login.continue", "alice")).isEqualTo("Continue as alice");
        assertThat(Language.KOREAN.text("login.continue", "alice")).isEqualTo("alice(으)로 계속");
    }

    @Test
    void whatABrowserLikesBestOfThoseThatThereAreIsTaken() {
        assertThat(Language.accepted("de,ko-KR;q=0.8,en;q=0.5")).hasValue(Language.KOREAN);
        assertThat(Language.accepted("de")).isEmpty();
        assertThat(Language.accepted(";;q=x")).isEmpty();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(Language.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
