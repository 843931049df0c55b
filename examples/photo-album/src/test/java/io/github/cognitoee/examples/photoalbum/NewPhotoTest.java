package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPhotoTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T12:00:00.123Z");

    @Test
    void itsDigestIsThatOfItsBytes() {
        assertThat(photo(Optional.empty(), Optional.empty()).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource({"Sunset.jpg, Sunset", "a.b.png, a.b", "Sunset, Sunset", ".png, Untitled"})
    void withoutATitleTheFileNameServes(String name, String title) {
        assertThat(photo(Optional.of(name), Optional.empty()).title()).isEqualTo(title);
    }

    @Test
    void withoutAnythingItIsUntitledAndNamedAfterItsId() {
        Photo photo = photo(Optional.empty(), Optional.empty());

        assertThat(photo.title()).isEqualTo("Untitled");
        assertThat(photo.name()).isEqualTo(photo.id() + ".png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"At the\nsea", " At the\u0000sea ", "At the\u202esea"})
    void aTitleIsOneLineOfText(String title) {
        assertThat(photo(Optional.empty(), Optional.of(title)).title()).isEqualTo("At the sea");
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        String title =
                photo(Optional.empty(), Optional.of("\uD83D\uDE00".repeat(101))).title();

        assertThat(title).isEqualTo("\uD83D\uDE00".repeat(100));
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        assertThat(PhotoId.at(MOMENT.plusMillis(1)).value())
                .isGreaterThan(PhotoId.at(MOMENT).value());
    }

    @Test
    void idsAreUuidsOfVersionSeven() {
        assertThat(PhotoId.at(MOMENT).value())
                .matches("01a1fdfa-467b-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .satisfies(id -> assertThat(PhotoId.parse(id)).isPresent());
    }

    private static Photo photo(Optional<String> name, Optional<String> title) {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        return new NewPhoto(ImageType.PNG, bytes, name.map(FileName::new), title.map(Title::new), "alice")
                .enter(MOMENT);
    }
}
