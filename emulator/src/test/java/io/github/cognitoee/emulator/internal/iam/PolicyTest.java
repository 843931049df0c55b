package io.github.cognitoee.emulator.internal.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM refuses to attach, and what the emulator does. */
class PolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Action': 's3:*', 'Resource': '*' | .Statement[0].Effect | Syntax errors in policy."
                        + " | expected \"Allow\" or \"Deny\"",
                "'Effect': 'allow', 'Action': 's3:*', 'Resource': '*' | .Statement[0].Effect | Syntax errors in policy."
                        + " | expected \"Allow\" or \"Deny\"",
                "'Effect': 'Allow', 'Action': 7, 'Resource': '*' | .Statement[0].Action | Syntax errors in policy."
                        + " | expected a text or a list of texts",
                "'Effect': 'Allow', 'Action': 's3:*', 'NotAction': 's3:*', 'Resource': '*' | .Statement[0]"
                        + " | Syntax errors in policy. | found Action and NotAction, expected one",
                "'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Because': 'x' | .Statement[0].Because"
                        + " | Syntax errors in policy. | the emulator does not know this member",
                "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::${aws:userid}', 'Condition': 'x'"
                        + " | .Statement[0].Condition | Syntax errors in policy. | expected an object",
                "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:sqs:*:${aws:userid}:queue'"
                        + " | .Statement[0].Resource | Syntax errors in policy."
                        + " | a variable may only stand behind the fifth colon"
            })
    void aSyntaxErrorIsToldWithItsPlace(String statement, String path, String answer, String problem) {
        assertInvalid("{'Version': '2012-10-17', 'Statement': [{" + statement + "}]}", path, answer, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Resource': '*' | .Statement[0] | Policy statement must contain actions.",
                "'Action': 's3:*' | .Statement[0] | Policy statement must contain resources.",
                "'Principal': '*', 'Action': 's3:*', 'Resource': '*' | .Statement[0]"
                        + " | Policy document should not specify a principal.",
                "'Action': 'GetObject', 'Resource': '*' | .Statement[0].Action"
                        + " | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "'Action': 's3:Get:Object', 'Resource': '*' | .Statement[0].Action"
                        + " | Actions/Condition can contain only one colon.",
                "'Action': 's*:GetObject', 'Resource': '*' | .Statement[0].Action | Vendor s* is not valid",
                "'Action': 's3:*', 'Resource': 'photos/*' | .Statement[0].Resource"
                        + " | Resource photos/* must be in ARN format or \"*\".",
                "'Action': 's3:*', 'Resource': 'arn:aws:s3' | .Statement[0].Resource"
                        + " | Resource arn:aws:s3 must be in ARN format or \"*\".",
                "'Sid': 'Own pictures', 'Action': 's3:*', 'Resource': '*' | .Statement[0].Sid | Statement IDs (SID) must be"
                        + " alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
            })
    void whatIamHasASentenceForIsRefusedWithIt(String statement, String path, String answer) {
        String document = "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', " + statement + "}]}";

        assertInvalid(document, path, answer, answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NumericLessThan",
                "DateGreaterThan",
                "IpAddress",
                "BinaryEquals",
                "StringSounds",
                "stringequals",
                "ForSomeValues:StringLike",
                "NullIfExists"
            })
    void anOperatorThatTheEmulatorDoesNotKnowIsRefusedByName(String operator) {
        String document =
                "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*',"
                        + " 'Condition': {'" + operator + "': {'s3:prefix': 'x'}}}}";

        assertInvalid(
                document,
                ".Statement[0].Condition." + operator,
                "the emulator does not know this operator",
                "the emulator does not know this operator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | '' | This policy contains invalid Json",
                "[] | '' | This policy contains invalid Json",
                "{} | .Statement | Syntax errors in policy.",
                "{'Version': '2012-10-17', 'Statement': []} | .Statement | Syntax errors in policy.",
                "{'Statement': {}} | '' | Policy document must be version 2012-10-17 or greater.",
                "{'Version': '2008-10-17', 'Statement': {}} | .Version | the emulator does not know version 2008-10-17",
                "{'Version': '2012-10-18', 'Statement': {}} | .Version | The policy must contain a valid version string."
            })
    void aDocumentThatIsNoPolicyIsRefused(String document, String path, String answer) {
        assertThatThrownBy(() -> parsed(document)).isInstanceOfSatisfying(InvalidPolicyException.class, invalid -> {
            assertThat(invalid.path()).isEqualTo(path);
            assertThat(invalid.answer()).isEqualTo(answer);
        });
    }

    @Test
    void noTwoStatementsHaveOneSid() {
        String statement = "{'Sid': 'One', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}";

        assertInvalid(
                "{'Version': '2012-10-17', 'Statement': [" + statement + ", " + statement + "]}",
                ".Statement",
                "Statement IDs (SID) in a single policy must be unique.",
                "Statement IDs (SID) in a single policy must be unique.");
    }

    private static void assertInvalid(String document, String path, String answer, String problem) {
        assertThatThrownBy(() -> parsed(document)).isInstanceOfSatisfying(InvalidPolicyException.class, invalid -> {
            assertThat(invalid.path()).isEqualTo(path);
            assertThat(invalid.answer()).isEqualTo(answer);
            assertThat(invalid).hasMessage(problem);
        });
    }

    private static Policy parsed(String document) {
        return Policy.parse(PolicyKind.IDENTITY_BASED, "Tested", document.replace('\'', '"'));
    }
}
