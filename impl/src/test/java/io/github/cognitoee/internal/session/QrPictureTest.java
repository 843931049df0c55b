package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    /** Of the three corners by which scanners find a code: seven dark modules in a row. */
    private static final String TOP_EDGE = "M4,4h1v1h-1zM5,4h1v1h-1zM6,4h1v1h-1zM7,4h1v1h-1zM8,4h1v1h-1zM9,4h1v1h-1z";

    @Test
    void aShortTextIsTheSmallestCodeWithItsCornersAndALightBorder() {
        String svg = QrPicture.of("A");
        String dark = svg.substring(svg.indexOf("#000"));

        assertThat(svg).startsWith("<svg viewBox=\"0 0 29 29\" role=\"img\"").contains("d=\"" + TOP_EDGE);
        assertThat(Pattern.compile("M[0-3],|M2[5-9],|,[0-3]h|,2[5-9]h")
                        .matcher(dark)
                        .find())
                .as("dark in the border")
                .isFalse();
    }

    @Test
    void anotherTextIsAnotherPicture() {
        assertThat(QrPicture.of("otpauth://totp/a?secret=A")).isNotEqualTo(QrPicture.of("otpauth://totp/a?secret=B"));
    }

    @Test
    void aTextThatIsTooLongHasNone() {
        assertThat(QrPicture.of("x".repeat(3_000))).isEmpty();
    }
}
