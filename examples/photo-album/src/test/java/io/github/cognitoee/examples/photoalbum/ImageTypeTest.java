package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageTypeTest {

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(ImageType.PNG, "\u0089PNG\r\n\u001a\nrest"),
                arguments(ImageType.JPEG, "\u00ff\u00d8\u00ff\u00e0"),
                arguments(ImageType.GIF, "GIF89a"),
                arguments(ImageType.WEBP, "RIFF\u0001\u0002\u0003\u0004WEBPVP8"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsRecognisedByItsFirstBytes(ImageType type, String file) {
        assertThat(type.matches(file.getBytes(StandardCharsets.ISO_8859_1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PNG, GIF89a", "GIF, GIF", "JPEG, <html>", "WEBP, RIFF....WAVE", "PNG, ''"})
    void anotherFileIsNot(ImageType type, String file) {
        assertThat(type.matches(file.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
    }

    @Test
    void parametersOfTheContentTypeDoNotMatter() {
        assertThat(ImageType.ofContentType("Image/PNG; charset=x")).contains(ImageType.PNG);
    }

    @Test
    void scriptableImagesAreNoPictures() {
        assertThat(ImageType.ofContentType("image/svg+xml")).isEmpty();
    }
}
