package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.CHECKED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.DEVELOPER;
import static io.github.cognitoee.emulator.IdentityWorld.PARTNERS;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.LoginProvidersWorld.STAFF;
import static io.github.cognitoee.emulator.LoginProvidersWorld.SUPPLIERS;
import static io.github.cognitoee.emulator.LoginProvidersWorld.login;
import static io.github.cognitoee.emulator.LoginProvidersWorld.user;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRuleMatchType;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceConflictException;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;

/** Logins at SAML providers of IAM. What the emulator makes of forged responses is in {@code ResponseReaderTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamlLoginsTest {

    /** Trusts the pool, too, but takes no tags. */
    private static final String OTHERS = "arn:aws:iam::123456789012:role/Untagged";

    private LoginProvidersWorld people;
    private IdentityWorld world;
    private LoginProviders providers;

    @BeforeAll
    void start() {
        people = new LoginProvidersWorld();
        world = people.pools;
        providers = people.providers;
    }

    /** The SDK signs at the machine's time. */
    @BeforeEach
    void setTheClock() {
        world.clock.set(Instant.now());
        mapRoles(Map.of());
        mapTags(Map.of());
    }

    @AfterAll
    void stop() {
        people.close();
    }

    @Test
    void aResponseGivesAnIdentityAndCredentials() {
        SamlLogin kim = people.staff();
        Map<String, String> login = login(kim);

        String identity = world.getId(POOL, login);

        assertThat(world.credentials(identity, login).accessKeyId()).startsWith("ASIA");
        assertThat(world.getId(POOL, login(kim))).isEqualTo(identity);
        assertThat(world.getId(POOL, login(people.staff()))).isNotEqualTo(identity);
        assertThat(world.admin
                        .describeIdentity(request -> request.identityId(identity))
                        .logins())
                .containsExactly(STAFF);
    }

    @Test
    void eachProviderHasItsOwnUsers() {
        String identity = world.getId(POOL, login(providers.saml(STAFF, "same")));

        assertThat(world.getId(POOL, login(providers.saml(SUPPLIERS, "same")))).isNotEqualTo(identity);
    }

    @Test
    void anAssertionIsTakenOnceByEachOperation() {
        Map<String, String> login = login(people.staff());
        String identity = world.getId(POOL, login);
        world.credentials(identity, login);

        assertLoginRefused(login, "Invalid login token. SAML assertion was presented to GetId before.");
        assertRefused(
                () -> world.credentials(identity, login),
                NotAuthorizedException.class,
                "Invalid login token. SAML assertion was presented to GetCredentialsForIdentity before.");
    }

    @Test
    void aLoginIsLinkedBesideThatOfAUserPool() {
        SamlLogin kim = people.staff();
        Map<String, String> both = new HashMap<>(login(kim));
        both.put(PARTNERS, world.partner().get(PARTNERS));

        String identity = world.getId(POOL, both);

        assertThat(world.getId(POOL, login(kim))).isEqualTo(identity);
        assertThat(world.getId(POOL, world.partner())).isEqualTo(identity);
        assertRefused(
                () -> {
                    both.putAll(login(people.staff()));
                    world.getId(POOL, both);
                },
                ResourceConflictException.class,
                "The identity is linked to another user of " + STAFF + " already.");
    }

    @Test
    void aDeveloperMayLinkOne() throws Exception {
        Map<String, String> both = new HashMap<>(login(people.staff()));
        both.put(DEVELOPER, user());

        String token = world.admin
                .getOpenIdTokenForDeveloperIdentity(
                        request -> request.identityPoolId(POOL).logins(both))
                .token();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("amr"))
                .contains(STAFF);
    }

    @Test
    void theClassicFlowIsRefused() {
        SamlLogin kim = people.staff();
        String identity = world.getId(POOL, login(kim));

        assertRefused(
                () -> world.openIdToken(identity, login(kim)),
                InvalidParameterException.class,
                "Basic (classic) flow is not supported with SAML, please use enhanced flow.");
    }

    @Test
    void theRoleIsThatOfTheAssertionElseThePools() {
        world.admin.setIdentityPoolRoles(set -> set.identityPoolId(POOL).roles(Map.of("authenticated", OTHERS)));

        assertThat(issued(people.staff().withRoles(USERS), null).roleArn()).isEqualTo(USERS);
        assertThat(issued(people.staff(), null).roleArn()).isEqualTo(OTHERS);
    }

    @Test
    void anAssertionWithARoleNeedsNoneOfThePool() {
        world.admin.setIdentityPoolRoles(set -> set.identityPoolId(POOL).roles(Map.of()));

        assertThat(issued(people.staff().withRoles(USERS), null).roleArn()).isEqualTo(USERS);
    }

    @Test
    void providerAndRoleOfAPairHaveNoOrder() {
        SamlLogin kim =
                people.staff().withAttribute("https://aws.amazon.com/SAML/Attributes/Role", STAFF + ", " + OTHERS);

        assertThat(issued(kim, null).roleArn()).isEqualTo(OTHERS);
    }

    @Test
    void aRoleOfAnotherProviderIsNotTheirs() {
        SamlLogin kim = people.staff()
                .withAttribute("https://aws.amazon.com/SAML/Attributes/Role", OTHERS + "," + SUPPLIERS, OTHERS);

        assertThat(issued(kim, null).roleArn()).isEqualTo(USERS);
    }

    @Test
    void ofSeveralRolesTheCallerChoosesOne() {
        SamlLogin kim = people.staff().withRoles(USERS, OTHERS);

        assertThat(issued(kim, OTHERS).roleArn()).isEqualTo(OTHERS);
        assertRefused(
                () -> issued(kim, null),
                NotAuthorizedException.class,
                "The assertion of " + STAFF + " names several roles: choose one of them by CustomRoleArn.");
        assertRefused(
                () -> issued(people.staff().withRoles(USERS), OTHERS),
                NotAuthorizedException.class,
                "The custom role is not among the roles of this login.");
    }

    @Test
    void rulesOverAttributesComeBeforeRolesOfTheAssertion() {
        MappingRule administration = MappingRule.builder()
                .claim("department")
                .matchType(MappingRuleMatchType.EQUALS)
                .value("Administration")
                .roleARN(OTHERS)
                .build();
        mapRoles(Map.of(
                STAFF,
                RoleMapping.builder()
                        .type(RoleMappingType.RULES)
                        .ambiguousRoleResolution(AmbiguousRoleResolutionType.DENY)
                        .rulesConfiguration(rules -> rules.rules(administration))
                        .build()));
        SamlLogin kim = people.staff().withRoles(USERS);

        assertThat(issued(kim.withAttribute("department", "Music", "Administration"), null)
                        .roleArn())
                .isEqualTo(OTHERS);
        assertRefused(
                () -> issued(kim, null),
                NotAuthorizedException.class,
                "The ambiguous role mapping rules for: " + STAFF + " denied this request.");
    }

    @Test
    void attributesBecomeTagsOfTheSession() {
        mapTags(Map.of("cost", "https://example.com/costCentre", "who", "sub"));
        SamlLogin kim = providers.saml(STAFF, "kim").withAttribute("https://example.com/costCentre", "4711");
        // an attribute cannot pose as the subject
        SamlLogin poser = kim.withAttribute("sub", "lee");

        assertThat(issued(kim, null).sessionTags()).isEqualTo(Map.of("cost", "4711", "who", "kim"));
        assertThat(issued(poser, null).sessionTags()).containsEntry("who", "kim");
    }

    @Test
    void aResponseForSomebodyElseIsRefused() {
        SamlLogin kim = people.staff();

        assertLoginRefused(
                login(kim.withAudience("https://album.example.com")),
                "Invalid login token. Response does not contain the required audience.");
        assertLoginRefused(
                login(kim.withRecipient("https://album.example.com/saml")),
                "Invalid login token. Response is not for AWS: its recipient is another.");
        assertLoginRefused(
                login(kim.withRecipient("https://signin.aws.amazon.com.example.com/saml")),
                "Invalid login token. Response is not for AWS: its recipient is another.");
    }

    @Test
    void audienceAndRecipientMayBeAnyThatAwsHas() {
        assertThat(world.getId(POOL, login(people.staff().withAudience("urn:amazon:webservices"))))
                .isNotEmpty();
        assertThat(world.getId(
                        POOL, login(people.staff().withRecipient("https://eu-west-1.signin.aws.amazon.com/saml"))))
                .isNotEmpty();
    }

    /** GovCloud and China have their own; neither takes what is for another. */
    @ParameterizedTest
    @CsvSource({
        "aws-us-gov, urn:amazon:webservices:govcloud, https://us-gov-west-1.signin.amazonaws-us-gov.com/saml",
        "aws-cn, urn:amazon:webservices:cn-north-1, https://cn-north-1.signin.amazonaws.cn/saml"
    })
    void audienceAndRecipientAreThoseOfThePartition(String partition, String audience, String recipient) {
        String arn = "arn:" + partition + ":iam::123456789012:saml-provider/Staff";
        providers.addSamlProvider(arn, "https://idp.example.com/metadata");
        String pool = poolWith(arn);
        SamlLogin kim = providers.saml(arn, user());

        assertThat(world.getId(pool, login(kim)))
                .isEqualTo(world.getId(pool, login(kim.withAudience(audience).withRecipient(recipient))));
        assertRefused(
                () -> world.getId(pool, login(kim.withAudience("urn:amazon:webservices"))),
                NotAuthorizedException.class,
                "Invalid login token. Response does not contain the required audience.");
        assertRefused(
                () -> world.getId(pool, login(kim.withRecipient("https://signin.aws.amazon.com/saml"))),
                NotAuthorizedException.class,
                "Invalid login token. Response is not for AWS: its recipient is another.");
        assertLoginRefused(
                login(people.staff().withAudience(audience)),
                "Invalid login token. Response does not contain the required audience.");
        assertLoginRefused(
                login(people.staff().withRecipient(recipient)),
                "Invalid login token. Response is not for AWS: its recipient is another.");
    }

    @Test
    void aResponseOfAnotherIssuerOrProviderIsRefused() {
        assertLoginRefused(
                login(people.staff().withIssuer("https://idp.suppliers.example")),
                "Invalid login token. Issuer not present in specified provider");
        assertLoginRefused(
                Map.of(STAFF, providers.saml(SUPPLIERS, user()).response()),
                "Invalid login token. Issuer not present in specified provider");
        assertLoginRefused(
                Map.of(
                        STAFF,
                        providers
                                .saml(SUPPLIERS, user())
                                .withIssuer("https://idp.example.com/metadata")
                                .response()),
                "Invalid login token. Response signature invalid");
        assertLoginRefused(
                login(people.staff().signedWithForeignKey()), "Invalid login token. Response signature invalid");
    }

    @Test
    void aResponseIsGoodForFiveMinutes() {
        Map<String, String> early = login(people.staff());
        world.clock.advance(Duration.ofMinutes(5));
        long now = world.clock.instant().getEpochSecond();

        assertLoginRefused(early, "Invalid login token. Token expired: " + now + " >= " + now);
        assertLoginRefused(
                login(people.staff().expired()), "Invalid login token. Token expired: " + now + " >= " + (now - 60));
        Map<String, String> soon = login(people.staff());
        world.clock.advance(Duration.ofSeconds(-10));
        assertLoginRefused(soon, "Invalid login token. Token is not yet valid: " + (now - 10) + " < " + now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoBase64IsRefused(String response) {
        assertLoginRefused(Map.of(STAFF, response), "Invalid login token. Invalid base64 SAMLResponse");
    }

    @Test
    void aChangedResponseIsRefused() {
        String xml = new String(Base64.getDecoder().decode(people.staff().response()), StandardCharsets.UTF_8);
        String changed = xml.replaceFirst("<saml:NameID([^>]*)>[^<]*<", "<saml:NameID$1>boss<");

        assertLoginRefused(
                Map.of(STAFF, Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8))),
                "Invalid login token. Response signature invalid");
    }

    @Test
    void aProviderThatThePoolOrIamWasNotToldOfIsRefused() {
        String unsupported = "Token is not from a supported provider of this identity pool.";
        assertRefused(
                () -> world.getId(CHECKED_POOL, login(people.staff())), NotAuthorizedException.class, unsupported);
        String later = "arn:aws:iam::123456789012:saml-provider/Later";
        String pool = poolWith(later);

        assertRefused(
                () -> world.getId(pool, Map.of(later, people.staff().response())),
                NotAuthorizedException.class,
                unsupported);
    }

    @Test
    void aPoolTellsItsSamlProviders() {
        assertThat(world.admin
                        .describeIdentityPool(request -> request.identityPoolId(POOL))
                        .samlProviderARNs())
                .containsExactly(STAFF, SUPPLIERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/Users",
                "arn:eu-west-1:iam::123456789012:saml-provider/Staff",
                "arn:aws-iso:iam::123456789012:saml-provider/Staff",
                "arn:aws:iam::210987654321:saml-provider/Staff",
                "arn:aws:iam::123456789012:saml-provider/Our Staff",
                "arn:aws:iam::123456789012:saml-provider/"
            })
    void anArnThatIsNoSamlProviderOfTheAccountIsRefused(String arn) {
        assertRefused(
                () -> poolWith(arn),
                NotAuthorizedException.class,
                "Identity provider " + arn + " is not valid for account 123456789012");
        assertThatThrownBy(() -> providers.addSamlProvider(arn, "https://idp.example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "found \"" + arn + "\", expected arn:aws:iam::123456789012:saml-provider/<name>, the name of"
                                + " up to 128 letters, digits or characters of _.-, the partition one of aws,"
                                + " aws-us-gov, aws-cn");
    }

    @Test
    void aProviderIsAddedBeforeItIssues() {
        assertThatThrownBy(() -> providers.saml("arn:aws:iam::123456789012:saml-provider/None", "kim"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no SAML provider is \"arn:aws:iam::123456789012:saml-provider/None\": add it by"
                        + " addSamlProvider");
    }

    /** A new one that takes logins at this SAML provider alone. */
    private String poolWith(String arn) {
        return world.admin
                .createIdentityPool(create -> create.identityPoolName("p")
                        .allowUnauthenticatedIdentities(false)
                        .samlProviderARNs(arn))
                .identityPoolId();
    }

    private void assertLoginRefused(Map<String, String> login, String message) {
        assertRefused(() -> world.getId(POOL, login), NotAuthorizedException.class, message);
    }

    private void mapRoles(Map<String, RoleMapping> mappings) {
        world.admin.setIdentityPoolRoles(set ->
                set.identityPoolId(POOL).roles(Map.of("authenticated", USERS)).roleMappings(mappings));
    }

    private void mapTags(Map<String, String> claims) {
        world.admin.setPrincipalTagAttributeMap(
                set -> set.identityPoolId(POOL).identityProviderName(STAFF).principalTags(claims));
    }

    /** What the pool gives for a login. */
    private IssuedCredentials issued(SamlLogin login, String customRole) {
        Map<String, String> response = login(login);
        String identity = world.getId(POOL, response);
        return world.issued(world.anyone
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(response).customRoleArn(customRole))
                .credentials()
                .accessKeyId());
    }
}
