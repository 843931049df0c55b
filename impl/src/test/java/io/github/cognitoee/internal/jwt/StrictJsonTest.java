package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson, a strict reader that is not ours, is the judge of what JSON is and says. */
class StrictJsonTest {

    private static final ObjectMapper JUDGE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " { } ",
                "\t[\r\n]\n",
                "true",
                "false",
                "null",
                "0",
                "-0",
                "7",
                "-12",
                "999999999999999999",
                "9223372036854775807",
                "-9223372036854775808",
                "0.5",
                "-0.0",
                "1e3",
                "1E+3",
                "1.5e-3",
                "1e-400",
                "\"\"",
                "\"plain\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"",
                "\"a\\u0000b\"",
                "\"\u007f\u00e9\u20ac\ud83d\ude00\\n\u00e9\"",
                "[1,\"two\",[3],{\"four\":null}]",
                "{\"a\":1,\"b\":{\"c\":[true,false,null]},\"\":\"\"}",
                "{ \"a\" : 1 , \"b\" : [ 2 , 3 ] }",
                "{\"\\u0061\":1,\"A\":2}",
            })
    void readsWhatTheJudgeReads(String document) throws StrictJson.Invalid, JsonProcessingException {
        assertThat(StrictJson.parse(Draft.utf8(document))).isEqualTo(judged(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[1",
                "[1 2]",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":1 \"b\":2}",
                "{}{}",
                "{} x",
                "tru",
                "True",
                "nul",
                "nullx",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "01",
                "-01",
                "00",
                "+1",
                "-",
                ".5",
                "1.",
                "1.e3",
                "1e",
                "1e+",
                "0x10",
                "1_000",
                "--1",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\",
                "\"\\x41\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a\u0000b\"",
                "'a'",
                "// comment\n1",
                "/* */ 1",
                "\ufeff{}",
                "\u00a0{}",
                "\u000b{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
            })
    void refusesWhatTheJudgeRefuses(String document) {
        assertThatThrownBy(() -> judged(document)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8(document))).isInstanceOf(StrictJson.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1e400          | number out of range at byte 5",
                "-1e400         | number out of range at byte 6",
                "\"\\ud83d\"    | lone surrogate at byte 8",
                "\"\\ude00\"    | lone surrogate at byte 8",
                "\"\\ude00\\ud83d\" | lone surrogate at byte 14",
            })
    void refusesWhatReadersUnderstandDifferently(String document, String message) {
        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8(document)))
                .isInstanceOf(StrictJson.Invalid.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} x           | text behind the document at byte 3",
                "{1:1}          | no member name at byte 1",
                "{\"a\" 1}      | no ':' at byte 5",
                "[1 2]          | no ']' at byte 3",
                "{\"a\":1,\"a\":2} | duplicate member at byte 10",
                "\"abc          | string without an end at byte 4",
                "\"\\x\"        | unknown escape at byte 3",
                "[tru]          | not a JSON value at byte 4",
            })
    void saysWhatIsWrongAndWhere(String document, String message) {
        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8(document))).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890"})
    void readsAnIntegerThatFitsNoLongAsABigInteger(String document) throws StrictJson.Invalid {
        assertThat(StrictJson.parse(Draft.utf8(document))).isEqualTo(new BigInteger(document));
    }

    @Test
    void refusesMoreThan16Levels() throws StrictJson.Invalid {
        assertThat(StrictJson.parse(Draft.utf8("[".repeat(16) + "]".repeat(16))))
                .isInstanceOf(List.class);

        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8("[".repeat(17) + "]".repeat(17))))
                .hasMessage("nested deeper than 16 levels at byte 16");
        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8("{\"a\":".repeat(17) + "1" + "}".repeat(17))))
                .hasMessage("nested deeper than 16 levels at byte 80");
    }

    @Test
    void refusesNumbersOfMoreThan1000Characters() throws StrictJson.Invalid {
        assertThat(StrictJson.parse(Draft.utf8("9".repeat(1000)))).isEqualTo(new BigInteger("9".repeat(1000)));

        assertThatThrownBy(() -> StrictJson.parse(Draft.utf8("9".repeat(1001))))
                .hasMessage("number longer than 1000 characters at byte 1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "c3", "c080", "c1bf", "e08080", "eda080", "edbfbf", "f0808080", "f4908080", "f8", "ff"})
    void refusesWhatIsNotUtf8(String hex) {
        byte[] bytes = new BigInteger("22" + hex + "22", 16).toByteArray();

        assertThatThrownBy(() -> StrictJson.parse(bytes)).hasMessage("not UTF-8");
    }

    @Test
    void whatItReadsCannotBeChanged() throws StrictJson.Invalid {
        Map<?, ?> object = (Map<?, ?>) StrictJson.parse(Draft.utf8("{\"list\":[1],\"map\":{\"a\":1}}"));

        assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((List<?>) object.get("list"))::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((Map<?, ?>) object.get("map"))::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void agreesWithTheJudgeOnRandomlyChangedDocuments() {
        String document = "{\"sub\":\"a\\u0041\\n\",\"n\":[0,-1.5e3,12],\"t\":true,\"o\":{\"x\":null,\"y\":{}}}";
        String alphabet = "{}[]\",:\\/ \n\t0123456789-+.eEtruefalsnxy";
        Random random = new Random(20261120);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder changed = new StringBuilder(document);
            for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
                int at = random.nextInt(changed.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(at, c);
                    case 1 -> changed.insert(at, c);
                    default -> changed.deleteCharAt(at);
                }
            }
            if (agree(changed.toString())) {
                read++;
            }
        }
        assertThat(read).as("documents that both could read").isGreaterThan(2_000);
    }

    /** Whether both could read it; fails if they differ, unless in what {@link StrictJson} is stricter. */
    private static boolean agree(String document) {
        Object expected;
        try {
            expected = judged(document);
        } catch (JsonProcessingException e) {
            assertThatThrownBy(() -> StrictJson.parse(Draft.utf8(document)))
                    .as(document)
                    .isInstanceOf(StrictJson.Invalid.class);
            return false;
        }
        try {
            assertThat(StrictJson.parse(Draft.utf8(document))).as(document).isEqualTo(expected);
            return true;
        } catch (StrictJson.Invalid e) {
            assertThat(e.getMessage()).as(document).matches("(number out of range|lone surrogate) at byte \\d+");
            return false;
        }
    }

    private static Object judged(String document) throws JsonProcessingException {
        return JUDGE.readValue(document, Object.class);
    }
}
