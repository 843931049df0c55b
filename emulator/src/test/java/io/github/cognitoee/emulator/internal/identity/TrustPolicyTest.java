package io.github.cognitoee.emulator.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String IDENTITY = "eu-west-1:aaaaaaaa-ee00-4000-8000-000000000001";
    private static final String HOST = "cognito-identity.amazonaws.com";
    private static final String AS_THE_CONSOLE_WRITES =
            """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
              "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}}]}"""
                    .formatted(POOL);

    @Test
    void whatTheConsoleWritesTrustsTheUsersOfThePool() throws Exception {
        assertThat(allows(AS_THE_CONSOLE_WRITES, user())).isTrue();
    }

    @Test
    void itTrustsNeitherGuestsNorOtherPools() throws Exception {
        WebIdentity guest = new WebIdentity(POOL, IDENTITY, List.of("unauthenticated"), Map.of());
        WebIdentity elsewhere = new WebIdentity("eu-west-1:0", IDENTITY, List.of("authenticated"), Map.of());

        assertThat(allows(AS_THE_CONSOLE_WRITES, guest)).isFalse();
        assertThat(allows(AS_THE_CONSOLE_WRITES, elsewhere)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'StringEquals': {'H:aud': ['eu-west-1:0', 'POOL']}} | true",
                "{'StringEquals': {'H:AUD': 'POOL'}} | true",
                "{'StringEquals': {'H:aud': 'eu-west-1:*'}} | false",
                "{'StringLike': {'H:aud': 'eu-west-1:*'}} | true",
                "{'StringLike': {'H:aud': 'eu-west-?:*'}} | true",
                "{'StringLike': {'H:aud': 'eu-west-?'}} | false",
                "{'StringLike': {'H:aud': 'eu.west.1:*'}} | false",
                "{'StringEqualsIfExists': {'H:aud': 'POOL'}} | true",
                "{'StringEqualsIgnoreCase': {'H:sub': 'EU-WEST-1:AAAAAAAA-EE00-4000-8000-000000000001'}} | true",
                "{'StringNotEquals': {'H:aud': 'POOL'}} | false",
                "{'StringNotEqualsIgnoreCase': {'H:aud': 'other'}} | true",
                "{'StringNotLike': {'H:aud': 'us-*'}} | true",
                "{'ForAnyValue:StringEquals': {'H:amr': 'provider'}} | true",
                "{'ForAllValues:StringEquals': {'H:amr': 'provider'}} | false",
                "{'ForAllValues:StringLike': {'H:amr': ['auth*', 'prov*']}} | true",
                "{'StringLike': {'H:aud': 'eu-*', 'H:sub': 'us-*'}} | false",
                "{} | true"
            })
    void conditionsCompareTheClaims(String condition, boolean holds) throws Exception {
        assertThat(allows(policy("'Condition': " + condition + ", 'Effect': 'Allow'"), user()))
                .isEqualTo(holds);
    }

    @Test
    void aDenialWins() throws Exception {
        String denial =
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": "*", "Action": "*"},
                  {"Effect": "Deny", "Principal": "*", "Action": "sts:Assume*"}]}""";

        assertThat(allows(denial, user())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Federated': 'accounts.google.com'} | sts:AssumeRoleWithWebIdentity",
                "{'Service': 'lambda.amazonaws.com'} | sts:AssumeRole",
                "{'AWS': '123456789012'} | sts:AssumeRole",
                "{'Federated': 'cognito-identity.amazonaws.com'} | sts:TagSession"
            })
    void otherPrincipalsAndActionsGiveNothing(String principal, String action) throws Exception {
        String policy = "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Principal': %s, 'Action': '%s'}}"
                .formatted(principal, action);

        assertThat(allows(policy.replace('\'', '"'), user())).isFalse();
    }

    @Test
    void aPolicyWithoutStatementsTrustsNobody() throws Exception {
        assertThat(allows("{\"Version\": \"2012-10-17\", \"Statement\": []}", user()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Effect': 'Maybe' | .Statement[0].Effect | expected \"Allow\" or \"Deny\"",
                "'Effect': 'Allow', 'Resource': '*' | .Statement[0].Resource | the emulator does not know this member",
                "'Effect': 'Allow', 'Condition': [] | .Statement[0].Condition | expected an object",
                "'Effect': 'Allow', 'Condition': {'NumericEquals': {'H:aud': '1'}} | .Statement[0].Condition.NumericEquals"
                        + " | the emulator does not know this operator",
                "'Effect': 'Allow', 'Condition': {'StringEquals': {'aws:SourceIp': 'x'}}"
                        + " | .Statement[0].Condition"
                        + " | the emulator does not know the condition key aws:SourceIp",
                "'Effect': 'Allow', 'Condition': {'StringEquals': {'H:aud': []}}"
                        + " | .Statement[0].Condition.StringEquals.cognito-identity.amazonaws.com:aud"
                        + " | expected a text or a list of texts"
            })
    void whatTheEmulatorDoesNotKnowIsToldWithItsPlace(String members, String path, String problem) throws Exception {
        String policy = policy(members);

        assertThatThrownBy(() -> parsed(policy)).isInstanceOfSatisfying(InvalidPolicyException.class, wrong -> {
            assertThat(wrong.path()).isEqualTo(path);
            assertThat(wrong).hasMessage(problem);
        });
    }

    private static WebIdentity user() {
        return new WebIdentity(POOL, IDENTITY, List.of("authenticated", "provider"), Map.of());
    }

    private static boolean allows(String policy, WebIdentity identity) throws Exception {
        return parsed(policy).allows(TrustPolicy.ASSUME, identity);
    }

    private static String policy(String members) {
        return ("{'Version': '2012-10-17', 'Statement': [{'Principal': {'Federated': 'H'},"
                        + " 'Action': 'sts:AssumeRoleWithWebIdentity', " + members + "}]}")
                .replace('\'', '"')
                .replace("\"H", "\"" + HOST)
                .replace("POOL", POOL);
    }

    private static TrustPolicy parsed(String policy) throws Exception {
        return TrustPolicy.parse(new ObjectMapper().readValue(policy, new TypeReference<Map<String, Object>>() {}));
    }
}
