package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.IamDecision.Allowed;
import io.github.cognitoee.emulator.IamDecision.Denied;
import io.github.cognitoee.emulator.IamDecision.Unauthenticated;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/**
 * What issued credentials allow. The policies are those of the AWS documentation (Cognito developer guide, "IAM roles",
 * "Access policy examples" and "Using attributes for access control"; IAM user guide, "Variables and tags"), what is
 * expected is derived from them by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IamTest {

    private static final String OWN_FOLDER =
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Action": ["s3:ListBucket"],
                  "Effect": "Allow",
                  "Resource": ["arn:aws:s3:::mybucket"],
                  "Condition": {"StringLike": {"s3:prefix": ["${cognito-identity.amazonaws.com:sub}/*"]}}
                },
                {
                  "Action": ["s3:GetObject", "s3:PutObject"],
                  "Effect": "Allow",
                  "Resource": ["arn:aws:s3:::mybucket/${cognito-identity.amazonaws.com:sub}/*"]
                }
              ]
            }""";
    private static final String EVERYTHING =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}""";
    private static final String SESSION =
            "User: arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials";

    private IdentityWorld world;
    private String alice;
    private String key;

    @BeforeAll
    void signIn() {
        world = new IdentityWorld();
        alice = world.getId(IdentityWorld.POOL, world.login(world.alice()));
        key = world.credentials(alice, world.login(world.alice())).accessKeyId();
    }

    /** The SDK signs at the machine's time. */
    @BeforeEach
    void setTheClock() {
        world.clock.set(Instant.now());
    }

    @AfterEach
    void reset() {
        world.emulator.reset();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aRoleWithoutPoliciesMayDoNothing() {
        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/a"))
                .isEqualTo(new Denied(
                        SESSION
                                + " is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::mybucket/a because"
                                + " no identity-based policy allows the s3:GetObject action",
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, IDENTITY/a.png, true",
        "s3:PutObject, IDENTITY/deep/a.png, true",
        "S3:PUTOBJECT, IDENTITY/a.png, true",
        "s3:DeleteObject, IDENTITY/a.png, false",
        "s3:GetObject, eu-west-1:00000000-0000-4000-8000-000000000000/a.png, false",
        "s3:GetObject, IDENTITY, false",
        "s3:GetObject, IDENTITYx/a.png, false",
        "s3:GetObject, a.png, false"
    })
    void anIdentityHasItsOwnFolderOfTheBucket(String action, String object, boolean allowed) {
        attach("OwnFolder", OWN_FOLDER);

        assertThat(decide(action, "arn:aws:s3:::mybucket/" + object.replace("IDENTITY", alice))
                        .isAllowed())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY/, true",
        "IDENTITY/deep/, true",
        "IDENTITY, false",
        "'', false",
        "eu-west-1:00000000-0000-4000-8000-000000000000/, false"
    })
    void itListsWhatBeginsWithItsOwnPrefix(String prefix, boolean allowed) {
        attach("OwnFolder", OWN_FOLDER);
        IamRequest list = IamRequest.of(key, "s3:ListBucket", "arn:aws:s3:::mybucket");

        assertThat(world.emulator
                        .iam()
                        .decide(list.with("s3:prefix", prefix.replace("IDENTITY", alice)))
                        .isAllowed())
                .isEqualTo(allowed);
        assertThat(world.emulator.iam().decide(list).isAllowed()).isFalse();
    }

    @Test
    void theStatementThatAllowsIsTold() {
        attach("OwnFolder", OWN_FOLDER);

        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/" + alice + "/a"))
                .isEqualTo(new Allowed(new IamStatement("identity-based policy", "OwnFolder", 1, "")))
                .hasToString("Allowed[by=statement 1 of OwnFolder]");
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY, true", "eu-west-1:00000000-0000-4000-8000-000000000000, false"})
    void leadingKeysHoldAnIdentityToItsItems(String leadingKey, boolean allowed) {
        attach(
                "OwnItems",
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"],
                      "Resource": ["arn:aws:dynamodb:us-west-2:123456789012:table/MyTable"],
                      "Condition": {
                        "ForAllValues:StringEquals": {
                          "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"]
                        }
                      }
                    }
                  ]
                }""");

        assertThat(world.emulator
                        .iam()
                        .decide(IamRequest.of(
                                        key, "dynamodb:Query", "arn:aws:dynamodb:us-west-2:123456789012:table/MyTable")
                                .with("dynamodb:LeadingKeys", leadingKey.replace("IDENTITY", alice)))
                        .isAllowed())
                .isEqualTo(allowed);
    }

    @Test
    void poolAndIdentityStandInTheNameOfASyncStore() {
        attach(
                "Sync",
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [{
                    "Effect": "Allow",
                    "Action": "cognito-sync:*",
                    "Resource": ["arn:aws:cognito-sync:us-east-1:123456789012:identitypool/${cognito-identity.amazonaws.com:aud}/identity/${cognito-identity.amazonaws.com:sub}/*"]
                  }]
                }""");
        String pool = "arn:aws:cognito-sync:us-east-1:123456789012:identitypool/";

        assertThat(decide("cognito-sync:ListRecords", pool + IdentityWorld.POOL + "/identity/" + alice + "/dataset/a")
                        .isAllowed())
                .isTrue();
        assertThat(decide(
                                "cognito-sync:ListRecords",
                                pool + IdentityWorld.CHECKED_POOL + "/identity/" + alice + "/dataset/a")
                        .isAllowed())
                .isFalse();
    }

    @Test
    void howTheCallerSignedInMayBeAsked() {
        attach(
                "SignedIn",
                """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
                  "Condition": {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "cognito-idp.*"}}}}""");

        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/a").isAllowed())
                .isTrue();
    }

    @Test
    void tagsOfTheSessionAreAskedAndInserted() {
        world.admin.setPrincipalTagAttributeMap(map -> map.identityPoolId(IdentityWorld.POOL)
                .identityProviderName(IdentityWorld.PROVIDER)
                .principalTags(Map.of("department", "custom:department")));
        world.emulator
                .iam()
                .putRolePolicy(
                        IdentityWorld.USERS,
                        "Department",
                        """
                        {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Action": "s3:Get*",
                           "Resource": "arn:aws:s3:::${aws:PrincipalTag/department}-reports/*"},
                          {"Effect": "Allow", "Action": "s3:List*", "Resource": "arn:aws:s3:::*-reports",
                           "Condition": {"StringEquals": {"aws:PrincipalTag/department": ["legal", "sales"]}}}]}""");
        String legal = keyOf(world.alice().withClaim("custom:department", "legal"));
        String nowhere = keyOf(world.alice());

        assertThat(decide(legal, "s3:GetObject", "arn:aws:s3:::legal-reports/a"))
                .isTrue();
        assertThat(decide(legal, "s3:GetObject", "arn:aws:s3:::sales-reports/a"))
                .isFalse();
        assertThat(decide(legal, "s3:ListBucket", "arn:aws:s3:::sales-reports")).isTrue();
        assertThat(decide(nowhere, "s3:GetObject", "arn:aws:s3:::-reports/a")).isFalse();
        assertThat(decide(nowhere, "s3:ListBucket", "arn:aws:s3:::sales-reports"))
                .isFalse();
    }

    @Test
    void theUserIdIsThatOfTheCallerIdentity() {
        attach(
                "Home",
                """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::mybucket/home/${aws:userid}/*"}}""");
        AwsClients.Keys keys = AwsClients.Keys.of(world.credentials(alice, world.login(world.alice())));
        String userId = world.callerIdentity(keys).userId();

        assertThat(decide(keys.accessKeyId(), "s3:PutObject", "arn:aws:s3:::mybucket/home/" + userId + "/a"))
                .isTrue();
        assertThat(decide(keys.accessKeyId(), "s3:PutObject", "arn:aws:s3:::mybucket/home/AROA:b/a"))
                .isFalse();
    }

    @Test
    void aStatementThatDeniesWins() {
        attach("Everything", EVERYTHING);
        attach(
                "NotTheSecrets",
                """
                {"Version": "2012-10-17", "Statement": {
                  "Sid": "Secrets", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::mybucket/secret/*"}}""");

        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/a").isAllowed())
                .isTrue();
        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/secret/a"))
                .isEqualTo(new Denied(
                        SESSION + " is not authorized to perform: s3:GetObject on resource:"
                                + " arn:aws:s3:::mybucket/secret/a with an explicit deny in an identity-based policy",
                        new IamStatement("identity-based policy", "NotTheSecrets", 0, "Secrets")));
    }

    @Test
    void whatIsNotListedIsMeantByNotActionAndNotResource() {
        attach(
                "AllButDeleting",
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "NotAction": "s3:Delete*", "Resource": "*"},
                  {"Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::mybucket/*"}]}""");

        assertThat(decide("s3:GetObject", "arn:aws:s3:::mybucket/a").isAllowed())
                .isTrue();
        assertThat(decide("s3:DeleteObject", "arn:aws:s3:::mybucket/a").isAllowed())
                .isFalse();
        assertThat(decide("s3:GetObject", "arn:aws:s3:::other/a").isAllowed()).isFalse();
    }

    @Test
    void aRequestSaysNothingElseOfItsCallerThanTheCredentials() {
        attach("OwnFolder", OWN_FOLDER);

        assertThat(world.emulator
                        .iam()
                        .decide(IamRequest.of(key, "s3:GetObject", "arn:aws:s3:::mybucket/eu-west-1:other/a")
                                .with("Cognito-Identity.amazonaws.com:SUB", "eu-west-1:other"))
                        .isAllowed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aRequestCameByHttpsUnlessItSaysOtherwise(String secure, boolean allowed) {
        attach(
                "Https",
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
                  {"Effect": "Deny", "Action": "s3:*", "Resource": ["arn:aws:s3:::mybucket", "arn:aws:s3:::mybucket/*"],
                   "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""");
        IamRequest get = IamRequest.of(key, "s3:GetObject", "arn:aws:s3:::mybucket/a");

        assertThat(world.emulator.iam().decide(get).isAllowed()).isTrue();
        assertThat(world.emulator
                        .iam()
                        .decide(get.with("aws:SecureTransport", secure))
                        .isAllowed())
                .isEqualTo(allowed);
    }

    @Test
    void aSessionPolicyNarrowsTheRoleAndNeverWidensIt() {
        attach("OwnFolder", OWN_FOLDER);
        String reading =
                """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": ["s3:GetObject", "s3:DeleteObject"], "Resource": "*"}}""";
        String narrow = assumed(reading);
        String own = "arn:aws:s3:::mybucket/" + alice + "/a";

        assertThat(decide(narrow, "s3:GetObject", own)).isTrue();
        assertThat(decide(narrow, "s3:DeleteObject", own)).isFalse();
        assertThat(world.emulator.iam().decide(narrow, "s3:PutObject", own))
                .isEqualTo(new Denied(
                        "User: arn:aws:sts::123456789012:assumed-role/Users/alice is not authorized to perform:"
                                + " s3:PutObject on resource: " + own
                                + " because no session policy allows the s3:PutObject action",
                        null));
    }

    @Test
    void aSessionPolicyMayDeny() {
        attach("Everything", EVERYTHING);
        String narrow = assumed(
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "*", "Resource": "*"},
                  {"Sid": "NoListing", "Effect": "Deny", "Action": "s3:List*", "Resource": "*"}]}""");

        assertThat(world.emulator.iam().decide(narrow, "s3:ListBucket", "arn:aws:s3:::mybucket"))
                .isEqualTo(new Denied(
                        "User: arn:aws:sts::123456789012:assumed-role/Users/alice is not authorized to perform:"
                                + " s3:ListBucket on resource: arn:aws:s3:::mybucket with an explicit deny in a session"
                                + " policy",
                        new IamStatement("session policy", "Policy", 1, "NoListing")));
    }

    @Test
    void managedPoliciesOfASessionAreUnknownAndAllowNothing() {
        attach("Everything", EVERYTHING);
        String narrow = world.sts
                .assumeRoleWithWebIdentity(request -> request.roleArn(IdentityWorld.USERS)
                        .roleSessionName("alice")
                        .webIdentityToken(world.openIdToken(alice, world.login(world.alice())))
                        .policyArns(PolicyDescriptorType.builder()
                                .arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                                .build()))
                .credentials()
                .accessKeyId();

        assertThat(decide(narrow, "s3:GetObject", "arn:aws:s3:::mybucket/a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, true",
        "dynamodb:Query, true",
        "execute-api:Invoke, true",
        "kms:Decrypt, true",
        "geo:GetMapTile, true",
        "rum:PutRumEvents, true",
        "kms:DescribeKey, false",
        "textract:GetDocumentAnalysis, false",
        "ec2:RunInstances, false",
        "evidently:EvaluateFeature, false",
        "secretsmanager:GetSecretValue, false"
    })
    void theEnhancedFlowKeepsGuestsToSomeServices(String action, boolean allowed) {
        world.emulator.iam().putRolePolicy(IdentityWorld.GUESTS, "Everything", EVERYTHING);
        String guest = world.credentials(world.guest(), Map.of()).accessKeyId();

        assertThat(decide(guest, action, "*")).isEqualTo(allowed);
    }

    @Test
    void theClassicFlowDoesNot() {
        world.emulator.iam().putRolePolicy(IdentityWorld.GUESTS, "Everything", EVERYTHING);
        String guest = world.sts
                .assumeRoleWithWebIdentity(request -> request.roleArn(IdentityWorld.GUESTS)
                        .roleSessionName("guest")
                        .webIdentityToken(world.openIdToken(world.guest(), Map.of())))
                .credentials()
                .accessKeyId();

        assertThat(decide(guest, "ec2:RunInstances", "*")).isTrue();
    }

    @Test
    void anAdministratorMayDoEverything() {
        assertThat(world.emulator
                        .iam()
                        .decide(EmulatorConfig.AccessKey.DEFAULT.accessKeyId(), "s3:DeleteBucket", "arn:aws:s3:::b"))
                .isEqualTo(new Allowed(new IamStatement("identity-based policy", "AdministratorAccess", 0, "")));
    }

    @Test
    void credentialsThatNeverWereOrHaveExpiredSayNothing() {
        attach("Everything", EVERYTHING);
        String brief = keyOf(world.alice());

        assertThat(world.emulator.iam().decide("ASIANEVERISSUED", "s3:GetObject", "*"))
                .isEqualTo(new Unauthenticated(
                        "UnrecognizedClientException", "The security token included in the request is invalid."));
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.emulator.iam().decide(brief, "s3:GetObject", "*"))
                .isEqualTo(new Unauthenticated(
                        "ExpiredTokenException", "The security token included in the request is expired"));
        world.clock.advance(Duration.ofHours(-1));
    }

    @Test
    void policiesAreReplacedDeletedAndGoneAfterAReset() {
        attach("Mine", EVERYTHING);
        attach("Mine", OWN_FOLDER);
        assertThat(decide(key, "ec2:RunInstances", "*")).isFalse();

        attach("Mine", EVERYTHING);
        assertThat(decide(key, "ec2:RunInstances", "*")).isTrue();
        world.emulator.reset();
        assertThat(decide(key, "ec2:RunInstances", "*")).isFalse();

        attach("Mine", EVERYTHING);
        world.emulator.iam().deleteRolePolicy(IdentityWorld.USERS, "Mine");
        assertThat(decide(key, "ec2:RunInstances", "*")).isFalse();
        assertThatThrownBy(() -> world.emulator.iam().deleteRolePolicy(IdentityWorld.USERS, "Mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the role " + IdentityWorld.USERS + " has no policy Mine");
    }

    @Test
    void policiesOfTheConfigurationAreThereFromTheBeginningAndAfterAReset() {
        EmulatorConfig config = IdentityWorld.config();
        EmulatorConfig withPolicies = new EmulatorConfig(
                config.region(),
                config.accountId(),
                config.userPools(),
                config.identityPools(),
                config.accessKeys(),
                config.roles().stream()
                        .map(role -> role.withPolicy(
                                "Reading",
                                Map.of(
                                        "Version",
                                        "2012-10-17",
                                        "Statement",
                                        Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "*"))))
                        .toList());
        try (IdentityWorld configured = new IdentityWorld(withPolicies)) {
            String user = configured.getId(IdentityWorld.POOL, configured.login(configured.alice()));
            String userKey = configured
                    .credentials(user, configured.login(configured.alice()))
                    .accessKeyId();
            Iam iam = configured.emulator.iam();
            assertThat(iam.decide(userKey, "s3:GetObject", "*"))
                    .isEqualTo(new Allowed(new IamStatement("identity-based policy", "Reading", 0, "")));

            iam.deleteRolePolicy(IdentityWorld.USERS, "Reading");
            assertThat(iam.decide(userKey, "s3:GetObject", "*").isAllowed()).isFalse();
            configured.emulator.reset();
            assertThat(iam.decide(userKey, "s3:GetObject", "*").isAllowed()).isTrue();
        }
    }

    @Test
    void aMalformedPolicyIsRefusedWhereItIsAttached() {
        String wrong =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Permit", "Action": "s3:*", "Resource": "*"}]}""";

        assertThatThrownBy(() -> attach("Wrong", wrong))
                .isInstanceOfSatisfying(
                        MalformedPolicyDocumentException.class,
                        malformed -> assertThat(malformed.jsonPath()).isEqualTo("$.Statement[0].Effect"))
                .hasMessage(
                        "MalformedPolicyDocument: Syntax errors in policy. ($.Statement[0].Effect: expected \"Allow\" or"
                                + " \"Deny\")");
        assertThatThrownBy(() -> attach("Wrong", "{"))
                .hasMessage("MalformedPolicyDocument: This policy contains invalid Json ($)");
    }

    @Test
    void aPolicyIsAttachedToARoleThatExistsUnderAProperName() {
        assertThatThrownBy(() ->
                        world.emulator.iam().putRolePolicy("arn:aws:iam::123456789012:role/Nobody", "Mine", EVERYTHING))
                .hasMessage("there is no role arn:aws:iam::123456789012:role/Nobody");
        assertThatThrownBy(() -> attach("my policy", EVERYTHING))
                .hasMessage(
                        "found policy name \"my policy\", expected 1 to 128 letters, digits or characters of _+=,.@-");
    }

    private void attach(String name, String document) {
        world.emulator.iam().putRolePolicy(IdentityWorld.USERS, name, document);
    }

    private IamDecision decide(String action, String resource) {
        return world.emulator.iam().decide(key, action, resource);
    }

    private boolean decide(String accessKeyId, String action, String resource) {
        return world.emulator.iam().decide(accessKeyId, action, resource).isAllowed();
    }

    private String keyOf(TokenRecipe user) {
        return world.credentials(alice, world.login(user)).accessKeyId();
    }

    private String assumed(String policy) {
        return world.sts
                .assumeRoleWithWebIdentity(request -> request.roleArn(IdentityWorld.USERS)
                        .roleSessionName("alice")
                        .webIdentityToken(world.openIdToken(alice, world.login(world.alice())))
                        .policy(policy))
                .credentials()
                .accessKeyId();
    }
}
