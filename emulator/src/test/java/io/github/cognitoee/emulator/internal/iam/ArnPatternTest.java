package io.github.cognitoee.emulator.internal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the IAM user guide: "IAM JSON policy elements: Resource", "IAM policy elements: Variables and tags". */
class ArnPatternTest {

    private static final Context CONTEXT = Context.of(Map.of(
            "sub",
            List.of("eu-west-1:1234"),
            "star",
            List.of("*"),
            "many",
            List.of("a", "b"),
            "amr",
            List.of("guest")));

    @ParameterizedTest
    @CsvSource({
        "*, arn:aws:s3:::photos/1, true",
        "*, *, true",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos/a/b.png, true",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos/, true",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos, false",
        "arn:aws:s3:::photos/*, arn:aws:s3:::other/a, false",
        "arn:aws:s3:::photos/?.png, arn:aws:s3:::photos/a.png, true",
        "arn:aws:s3:::photos/?.png, arn:aws:s3:::photos/ab.png, false",
        "arn:aws:s3:::photos/a.png, arn:aws:s3:::photos/abpng, false",
        "arn:aws:s3:::Photos/a, arn:aws:s3:::photos/a, false",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos/a:b, true",
        "arn:aws:dynamodb:*:*:table/photos, arn:aws:dynamodb:eu-west-1:123456789012:table/photos, true",
        "arn:aws:dynamodb:*::table/photos, arn:aws:dynamodb:eu-west-1:123456789012:table/photos, false",
        "arn:aws:dynamodb:eu-*-1:123456789012:table/photos, arn:aws:dynamodb:eu-west-1:123456789012:table/photos, true",
        "arn:aws:sns:*:123456789012:*, arn:aws:sns:eu-west-1:123456789012:topic:subscription, true",
        "arn:aws:sns:*:123456789012:*, arn:aws:sns:eu:west:1:123456789012:topic, false",
        "arn:aws:s3*, arn:aws:s3:::photos/a, true",
        "arn:aws:*, arn:aws:s3:::photos/a, true",
        "arn:aws:*, arn:aws-cn:s3:::photos/a, false",
        "arn:aws:s3:::*, *, false"
    })
    void wildcardsStayWithinTheirSegmentButForTheLast(String pattern, String arn, boolean matches) {
        assertThat(matches(pattern, arn)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:s3:::photos/${sub}/* | arn:aws:s3:::photos/eu-west-1:1234/a | true",
                "arn:aws:s3:::photos/${SUB}/* | arn:aws:s3:::photos/eu-west-1:1234/a | true",
                "arn:aws:s3:::photos/${ sub }/* | arn:aws:s3:::photos/eu-west-1:1234/a | true",
                "arn:aws:s3:::photos/${sub}/* | arn:aws:s3:::photos/eu-west-1:12345/a | false",
                "arn:aws:s3:::photos/${star}/* | arn:aws:s3:::photos/anybody/a | false",
                "arn:aws:s3:::photos/${star}/* | arn:aws:s3:::photos/*/a | true",
                "arn:aws:s3:::photos/${absent}/* | arn:aws:s3:::photos//a | false",
                "arn:aws:s3:::photos/${absent, 'all'}/* | arn:aws:s3:::photos/all/a | true",
                "arn:aws:s3:::photos/${sub, 'all'}/* | arn:aws:s3:::photos/all/a | false",
                "arn:aws:s3:::photos/${absent, '*'}/* | arn:aws:s3:::photos/any/a | false",
                "arn:aws:s3:::photos/${many}/* | arn:aws:s3:::photos/a/a | false",
                "arn:aws:s3:::photos/${amr}/* | arn:aws:s3:::photos/guest/a | true",
                "arn:aws:s3:::photos/${*}.png | arn:aws:s3:::photos/*.png | true",
                "arn:aws:s3:::photos/${*}.png | arn:aws:s3:::photos/a.png | false",
                "arn:aws:s3:::photos/${?}.png | arn:aws:s3:::photos/a.png | false",
                "arn:aws:s3:::photos/${$}{sub} | arn:aws:s3:::photos/${sub} | true",
                "arn:aws:s3:::photos/${sub | arn:aws:s3:::photos/${sub | true"
            })
    void variablesStandForTheirOneValueToTheLetter(String pattern, String arn, boolean matches) {
        assertThat(matches(pattern, arn)).isEqualTo(matches);
    }

    private static boolean matches(String pattern, String arn) {
        Members statement = new Members("", Map.of("Resource", pattern));
        return ArnPattern.allOf(statement, "Resource").get(0).matches(arn, CONTEXT);
    }
}
