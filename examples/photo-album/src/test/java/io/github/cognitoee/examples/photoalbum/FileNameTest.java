package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a.png", "/etc/a.png", "C:\\pictures\\a.png", " a.png ", "a\r\n.png", "\"a.png\"", "a\u202e.png"
            })
    void onlyTheNameItselfIsKept(String sent) {
        assertThat(new FileName(sent).value()).isEqualTo("a.png");
    }

    @Test
    void theEndOfALongNameIsKept() {
        assertThat(new FileName("x".repeat(200) + ".png").value()).hasSize(100).endsWith("x.png");
    }

    @Test
    void aDownloadIsSavedUnderItInEveryBrowser() {
        assertThat(new FileName("Café.png").asAttachment())
                .isEqualTo("attachment; filename=\"Caf_.png\"; filename*=UTF-8''Caf%C3%A9.png");
    }
}
