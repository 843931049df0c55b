package io.github.cognitoee.emulator.internal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the IAM user guide: "Condition operators", "Set operators for multivalued context keys". */
class ConditionTest {

    private static final Context CONTEXT = Context.of(Map.of(
            "s3:prefix", List.of("home/alice/"),
            "aws:userid", List.of("alice"),
            "dynamodb:LeadingKeys", List.of("alice", "shared"),
            "aws:SecureTransport", List.of("true"),
            "aws:PrincipalArn", List.of("arn:aws:iam::123456789012:role/team/Users")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'StringEquals': {'s3:prefix': 'home/alice/'} | true",
                "'StringEquals': {'S3:PREFIX': 'home/alice/'} | true",
                "'StringEquals': {'s3:prefix': ['x', 'home/alice/']} | true",
                "'StringEquals': {'s3:prefix': 'home/Alice/'} | false",
                "'StringEquals': {'s3:prefix': 'home/*'} | false",
                "'StringEquals': {'s3:prefix': 'home/${aws:userid}/'} | true",
                "'StringEqualsIgnoreCase': {'s3:prefix': 'HOME/ALICE/'} | true",
                "'StringNotEquals': {'s3:prefix': 'home/alice/'} | false",
                "'StringNotEquals': {'s3:prefix': ['x', 'home/alice/']} | false",
                "'StringNotEquals': {'s3:prefix': 'home/bob/'} | true",
                "'StringLike': {'s3:prefix': 'home/*'} | true",
                "'StringLike': {'s3:prefix': 'home/${aws:userid}/*'} | true",
                "'StringLike': {'s3:prefix': ['', 'home/']} | false",
                "'StringLike': {'s3:prefix': 'home/?/'} | false",
                "'StringNotLike': {'s3:prefix': 'home/*'} | false",
                "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/team/*'} | true",
                "'ArnEquals': {'aws:PrincipalArn': 'arn:aws:iam::*:role/team/*'} | true",
                "'ArnNotEquals': {'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/Admins'} | true",
                "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam:*:role/team/*'} | false",
                "'Bool': {'aws:SecureTransport': 'true'} | true",
                "'Bool': {'aws:SecureTransport': 'TRUE'} | true",
                "'Bool': {'aws:SecureTransport': true} | true",
                "'Bool': {'aws:SecureTransport': 'false'} | false"
            })
    void oneValueIsComparedWithThoseOfThePolicy(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'StringEquals': {'absent': 'x'} | false",
                "'StringNotEquals': {'absent': 'x'} | true",
                "'StringEqualsIfExists': {'absent': 'x'} | true",
                "'StringEqualsIfExists': {'aws:userid': 'x'} | false",
                "'Bool': {'aws:MultiFactorAuthPresent': 'true'} | false",
                "'Bool': {'aws:MultiFactorAuthPresent': 'false'} | false",
                "'BoolIfExists': {'aws:MultiFactorAuthPresent': 'false'} | true",
                "'ForAnyValue:StringLike': {'absent': '*'} | false",
                "'ForAnyValue:StringNotLike': {'absent': 'x'} | false",
                "'ForAllValues:StringEquals': {'absent': 'x'} | true",
                "'Null': {'absent': 'true'} | true",
                "'Null': {'absent': 'false'} | false",
                "'Null': {'aws:userid': 'true'} | false",
                "'Null': {'aws:userid': false} | true",
                "'StringEquals': {'aws:userid': '${absent}'} | false",
                "'StringLike': {'aws:userid': '${absent}*'} | false",
                "'StringNotEquals': {'aws:userid': '${absent}'} | true"
            })
    void anAbsentKeyMatchesNothing(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'ForAllValues:StringEquals': {'dynamodb:LeadingKeys': ['${aws:userid}', 'shared']} | true",
                "'ForAllValues:StringEquals': {'dynamodb:LeadingKeys': '${aws:userid}'} | false",
                "'ForAnyValue:StringEquals': {'dynamodb:LeadingKeys': '${aws:userid}'} | true",
                "'ForAnyValue:StringLike': {'dynamodb:LeadingKeys': 'sh*'} | true",
                "'ForAnyValue:StringLike': {'dynamodb:LeadingKeys': 'b*'} | false",
                "'ForAnyValue:StringNotEquals': {'dynamodb:LeadingKeys': 'shared'} | true",
                "'ForAllValues:StringNotEquals': {'dynamodb:LeadingKeys': 'shared'} | false"
            })
    void aSetOperatorTellsHowManyValuesMustMatch(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'StringEquals': {'s3:prefix': 'home/alice/', 'aws:userid': 'alice'} | true",
                "'StringEquals': {'s3:prefix': 'home/alice/', 'aws:userid': 'bob'} | false",
                "'StringEquals': {'aws:userid': 'alice'}, 'Bool': {'aws:SecureTransport': 'false'} | false"
            })
    void allConditionsMustHold(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    private static boolean holds(String condition) {
        String statement = "{'Condition': {" + condition + "}}";
        try {
            Map<String, Object> members = new ObjectMapper()
                    .readValue(statement.replace("'", "\""), new TypeReference<Map<String, Object>>() {});
            return Condition.allOf(new Members("", members)).stream().allMatch(one -> one.holds(CONTEXT));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
