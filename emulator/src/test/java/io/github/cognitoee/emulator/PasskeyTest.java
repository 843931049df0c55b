package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnChallengeNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnClientMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnConfigurationMissingException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialNotSupportedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnNotEnabledException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnOriginNotAllowedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnRelyingPartyMismatchException;

/** Passkeys, made and used by WebAuthn4J's emulation of a browser with an authenticator. */
class PasskeyTest extends UserPoolFixture {

    private static final String FAILED = "Credential verification failed.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectConverter LIBRARY = new ObjectConverter();

    private final NoneAttestationAuthenticator authenticator = new NoneAttestationAuthenticator();
    private String token;

    @BeforeEach
    void makeAlice() {
        pool = newPool(request -> request.policies(policies ->
                policies.signInPolicy(policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "WEB_AUTHN"))));
        relyingParty("shop.example", "preferred");
        client = newChoosingClient();
        newUser("alice");
        token = signIn("alice").accessToken();
    }

    @Test
    void aPasskeyIsMadeAndSignsIn() throws Exception {
        register(creationOptions());

        InitiateAuthResponse challenge = begin("alice");
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.WEB_AUTHN);
        JsonNode options = optionsOf(challenge);
        assertThat(options.path("rpId").asText()).isEqualTo("shop.example");
        assertThat(options.path("userVerification").asText()).isEqualTo("preferred");
        assertThat(options.path("allowCredentials")).hasSize(1);

        AuthenticationResultType tokens = answer(challenge.session(), assertion(challenge, browser()));
        assertThat(TokenText.claimsOf(tokens.accessToken())).containsEntry("username", "alice");
    }

    @Test
    void theOptionsSayWhatABrowserHasToKnow() throws Exception {
        JsonNode options = creationOptions();

        assertThat(options.path("rp").path("id").asText()).isEqualTo("shop.example");
        assertThat(options.path("user").path("name").asText()).isEqualTo("alice");
        assertThat(options.path("pubKeyCredParams").findValuesAsText("alg")).containsExactly("-7", "-257");
        assertThat(options.path("authenticatorSelection").path("residentKey").asText())
                .isEqualTo("required");
        assertThat(options.path("excludeCredentials")).isEmpty();

        register(options);
        assertThat(creationOptions().path("excludeCredentials")).hasSize(1);
    }

    @Test
    void passkeysAreListedAndDeleted() throws Exception {
        register(creationOptions());

        WebAuthnCredentialDescription listed = credentials().get(0);
        assertThat(listed.relyingPartyId()).isEqualTo("shop.example");
        assertThat(listed.createdAt()).isEqualTo(clock.instant());
        anyone.deleteWebAuthnCredential(request -> request.accessToken(token).credentialId(listed.credentialId()));

        assertThat(credentials()).isEmpty();
        assertRefused(
                ResourceNotFoundException.class,
                "Credential not found.",
                () -> anyone.deleteWebAuthnCredential(
                        request -> request.accessToken(token).credentialId(listed.credentialId())));
        assertThat(begin("alice").challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    }

    @Test
    void aUserWithAPasskeyMayChooseIt() throws Exception {
        register(creationOptions());

        assertThat(anyone.getUserAuthFactors(request -> request.accessToken(token))
                        .configuredUserAuthFactors())
                .contains(AuthFactorType.WEB_AUTHN, AuthFactorType.PASSWORD);
        InitiateAuthResponse choice = begin(Map.of("USERNAME", "alice"));
        assertThat(choice.availableChallengesAsStrings()).contains("WEB_AUTHN", "PASSWORD");
    }

    @Test
    void aPoolThatDoesNotTakePasskeysSaysSo() {
        pool = newPool(request -> {});
        client = newClient(request -> {}).clientId();
        newUser("alice");
        token = signIn("alice").accessToken();

        assertRefused(
                WebAuthnNotEnabledException.class,
                "WebAuthn is not enabled for this user pool.",
                this::creationOptions);
    }

    @Test
    void aPoolWithoutARelyingPartyNeedsADomain() throws Exception {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool).mfaConfiguration("OFF"));

        assertRefused(
                WebAuthnConfigurationMissingException.class,
                "WebAuthn configuration is missing: the user pool has neither a relying party nor a domain.",
                this::creationOptions);

        admin.createUserPoolDomain(request -> request.userPoolId(pool).domain("passkey-shop"));
        assertThat(creationOptions().path("rp").path("id").asText())
                .isEqualTo("passkey-shop.auth.eu-west-1.amazoncognito.com");
        admin.deleteUserPoolDomain(request -> request.userPoolId(pool).domain("passkey-shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example.evil",
                "https://myshop.example"
            })
    void aPageOfAnotherOriginMakesNoPasskey(String origin) throws Exception {
        JsonNode options = creationOptions();

        assertRefused(
                WebAuthnOriginNotAllowedException.class,
                "The origin is not allowed for the relying party.",
                () -> complete(made(options, browserAt(origin))));
    }

    @Test
    void aPageOfASubdomainMakesOne() throws Exception {
        complete(made(creationOptions(), browserAt("https://www.shop.example")));

        assertThat(credentials()).hasSize(1);
    }

    @Test
    void aPageAtADeskNeedsNoHttps() throws Exception {
        relyingParty("localhost", "preferred");

        complete(made(creationOptions(), browserAt("http://localhost:8080")));

        assertThat(credentials()).hasSize(1);
    }

    @Test
    void aPasskeyForAnotherRelyingPartyIsRefused() throws Exception {
        JsonNode options = creationOptions();
        JsonNode elsewhere =
                JSON.readTree(options.toString().replace("\"id\":\"shop.example\"", "\"id\":\"www.shop.example\""));

        assertRefused(
                WebAuthnRelyingPartyMismatchException.class,
                "The credential is for another relying party.",
                () -> complete(made(elsewhere, browserAt("https://www.shop.example"))));
    }

    @Test
    void aRegistrationIsCompletedOnceAndInTime() throws Exception {
        JsonNode credential = made(creationOptions(), browser());
        complete(credential);
        assertRefused(WebAuthnChallengeNotFoundException.class, "Challenge not found.", () -> complete(credential));

        JsonNode late = made(forAnotherAuthenticator(creationOptions()), browser());
        clock.advance(Duration.ofMinutes(3));
        assertRefused(WebAuthnChallengeNotFoundException.class, "Challenge not found.", () -> complete(late));
    }

    @Test
    void aRegistrationBelongsToItsClient() throws Exception {
        JsonNode credential = made(creationOptions(), browser());
        client = newChoosingClient();
        token = signIn("alice").accessToken();

        assertRefused(
                WebAuthnClientMismatchException.class,
                "The registration was begun at another client.",
                () -> complete(credential));
    }

    @Test
    void aRegistrationBelongsToItsUser() throws Exception {
        JsonNode credential = made(creationOptions(), browser());
        newUser("bob");
        token = signIn("bob").accessToken();

        assertRefused(WebAuthnChallengeNotFoundException.class, "Challenge not found.", () -> complete(credential));
    }

    @Test
    void whatIsNoCredentialIsRefused() {
        assertRefused(
                InvalidParameterException.class,
                "The credential is no RegistrationResponseJSON.",
                () -> anyone.completeWebAuthnRegistration(request -> request.accessToken(token)
                        .credential(Document.fromMap(Map.of("id", Document.fromString("x"))))));
    }

    @Test
    void aPasskeyThatWasMadeWithoutVerificationIsNotEnoughWhereThatIsRequired() throws Exception {
        relyingParty("shop.example", "required");
        JsonNode credential = withoutVerification(made(creationOptions(), browser()));

        assertRefused(
                WebAuthnCredentialNotSupportedException.class,
                "The credential is not supported: UserNotVerified",
                () -> complete(credential));
    }

    /** The same registration, whose flags, right behind the hash of the relying party, lack that of a verified user. */
    private static JsonNode withoutVerification(JsonNode credential) throws Exception {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(credential.path("response").path("attestationObject").asText());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("shop.example".getBytes(StandardCharsets.UTF_8));
        int start = IntStream.range(0, bytes.length - hash.length)
                .filter(i -> Arrays.equals(bytes, i, i + hash.length, hash, 0, hash.length))
                .findFirst()
                .orElseThrow();
        bytes[start + hash.length] &= ~AuthenticatorData.BIT_UV;
        ((ObjectNode) credential.path("response"))
                .put(
                        "attestationObject",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return credential;
    }

    /** The emulated authenticator makes no second passkey for a user whom it knows, unless it is not told of the first. */
    private static JsonNode forAnotherAuthenticator(JsonNode options) {
        ((ObjectNode) options).putArray("excludeCredentials");
        return options;
    }

    @Test
    void aUserHasTwentyPasskeysAtMost() throws Exception {
        for (int i = 0; i < 20; i++) {
            register(forAnotherAuthenticator(creationOptions()));
        }

        assertThat(credentials()).hasSize(20);
        assertRefused(LimitExceededException.class, "A user cannot have more than 20 passkeys.", this::creationOptions);
    }

    @Test
    void anAnswerIsGoodForOneChallenge() throws Exception {
        register(creationOptions());
        InitiateAuthResponse first = begin("alice");
        InitiateAuthResponse second = begin("alice");
        String credential = assertion(first, browser());

        assertRefused(NotAuthorizedException.class, FAILED, () -> answer(second.session(), credential));
        answer(first.session(), credential);
        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> answer(first.session(), credential));
    }

    @Test
    void aPageOfAnotherOriginDoesNotSignIn() throws Exception {
        register(creationOptions());
        InitiateAuthResponse challenge = begin("alice");

        assertRefused(
                NotAuthorizedException.class,
                FAILED,
                () -> answer(challenge.session(), assertion(challenge, browserAt("https://evil.example"))));
    }

    @Test
    void anAnswerThatWasTamperedWithDoesNotSignIn() throws Exception {
        register(creationOptions());
        InitiateAuthResponse challenge = begin("alice");
        JsonNode credential = JSON.readTree(assertion(challenge, browser()));
        String signature = credential.path("response").path("signature").asText();
        String forged = credential.toString().replace(signature, "MEQ" + signature.substring(3, 20) + "AAAA");

        assertRefused(NotAuthorizedException.class, FAILED, () -> answer(challenge.session(), forged));
    }

    @Test
    void aCounterThatGoesBackIsACopy() throws Exception {
        authenticator.setCountUpEnabled(true);
        register(creationOptions());
        InitiateAuthResponse first = begin("alice");
        String early = assertion(first, browser());
        InitiateAuthResponse second = begin("alice");
        answer(second.session(), assertion(second, browser()));

        assertRefused(NotAuthorizedException.class, FAILED, () -> answer(first.session(), early));
    }

    @Test
    void thePasskeyOfAnotherDoesNotSignIn() throws Exception {
        register(creationOptions());
        InitiateAuthResponse challenge = begin("alice");
        String credential = assertion(challenge, browser());
        newUser("bob");
        token = signIn("bob").accessToken();
        register(creationOptions());
        InitiateAuthResponse ofBob = begin("bob");

        assertRefused(
                NotAuthorizedException.class,
                FAILED,
                () -> anyone.respondToAuthChallenge(request -> request.clientId(client)
                        .challengeName(ChallengeNameType.WEB_AUTHN)
                        .session(ofBob.session())
                        .challengeResponses(Map.of("USERNAME", "bob", "CREDENTIAL", credential))));
    }

    @Test
    void passkeysLiveOnInAFile(@TempDir Path folder) throws Exception {
        CognitoEmulator shared = emulator;
        CognitoIdentityProviderClient sharedAdmin = admin;
        CognitoIdentityProviderClient sharedAnyone = anyone;
        try {
            startWith(folder.resolve("state.json"));
            makeAlice();
            register(creationOptions());
            emulator.close();
            startWith(folder.resolve("state.json"));

            InitiateAuthResponse challenge = begin("alice");
            assertThat(answer(challenge.session(), assertion(challenge, browser())))
                    .isNotNull();
        } finally {
            emulator.close();
            emulator = shared;
            admin = sharedAdmin;
            anyone = sharedAnyone;
        }
    }

    private void startWith(Path state) {
        emulator = CognitoEmulator.builder().state(state).clock(clock).start();
        admin = AwsClients.userPools(emulator, clock);
        anyone = AwsClients.userPools(emulator, AnonymousCredentialsProvider.create(), clock);
    }

    private void relyingParty(String host, String verification) {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OFF")
                .webAuthnConfiguration(party -> party.relyingPartyId(host).userVerification(verification)));
    }

    private String newChoosingClient() {
        return newClient(request -> request.explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_AUTH, ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
                .clientId();
    }

    private ClientPlatform browser() {
        return browserAt("https://shop.example");
    }

    private ClientPlatform browserAt(String origin) {
        return new ClientPlatform(new Origin(origin), new WebAuthnAuthenticatorAdaptor(authenticator));
    }

    private JsonNode creationOptions() throws JsonProcessingException {
        return json(anyone.startWebAuthnRegistration(request -> request.accessToken(token))
                .credentialCreationOptions());
    }

    private void register(JsonNode options) throws JsonProcessingException {
        complete(made(options, browser()));
    }

    /** {@code RegistrationResponseJSON}. */
    private static JsonNode made(JsonNode options, ClientPlatform browser) throws JsonProcessingException {
        return JSON.readTree(LIBRARY.getJsonMapper()
                .writeValueAsString(browser.create(LIBRARY.getJsonMapper()
                        .readValue(options.toString(), PublicKeyCredentialCreationOptions.class))));
    }

    private void complete(JsonNode credential) {
        anyone.completeWebAuthnRegistration(
                request -> request.accessToken(token).credential(document(credential)));
    }

    private List<WebAuthnCredentialDescription> credentials() {
        return anyone.listWebAuthnCredentials(request -> request.accessToken(token))
                .credentials();
    }

    private InitiateAuthResponse begin(String username) {
        return begin(Map.of("USERNAME", username, "PREFERRED_CHALLENGE", "WEB_AUTHN"));
    }

    private InitiateAuthResponse begin(Map<String, String> parameters) {
        return anyone.initiateAuth(request ->
                request.authFlow(AuthFlowType.USER_AUTH).clientId(client).authParameters(parameters));
    }

    private static JsonNode optionsOf(InitiateAuthResponse challenge) throws JsonProcessingException {
        return JSON.readTree(challenge.challengeParameters().get("CREDENTIAL_REQUEST_OPTIONS"));
    }

    /** {@code AuthenticationResponseJSON}. */
    private static String assertion(InitiateAuthResponse challenge, ClientPlatform browser) {
        return LIBRARY.getJsonMapper()
                .writeValueAsString(browser.get(LIBRARY.getJsonMapper()
                        .readValue(
                                challenge.challengeParameters().get("CREDENTIAL_REQUEST_OPTIONS"),
                                PublicKeyCredentialRequestOptions.class)));
    }

    private AuthenticationResultType answer(String session, String credential) {
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                        .challengeName(ChallengeNameType.WEB_AUTHN)
                        .session(session)
                        .challengeResponses(Map.of("USERNAME", "alice", "CREDENTIAL", credential)))
                .authenticationResult();
    }

    private static Document document(JsonNode json) {
        return documentOf(JsonNodeParser.create().parse(json.toString()));
    }

    private static Document documentOf(software.amazon.awssdk.protocols.jsoncore.JsonNode node) {
        if (node.isObject()) {
            Document.MapBuilder map = Document.mapBuilder();
            node.asObject().forEach((name, value) -> map.putDocument(name, documentOf(value)));
            return map.build();
        }
        if (node.isArray()) {
            Document.ListBuilder list = Document.listBuilder();
            node.asArray().forEach(value -> list.addDocument(documentOf(value)));
            return list.build();
        }
        if (node.isNumber()) {
            return Document.fromNumber(node.asNumber());
        }
        if (node.isBoolean()) {
            return Document.fromBoolean(node.asBoolean());
        }
        return node.isNull() ? Document.fromNull() : Document.fromString(node.asString());
    }

    private static JsonNode json(Document document) {
        return JSON.valueToTree(plain(document));
    }

    private static Object plain(Document document) {
        if (document.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            document.asMap().forEach((name, value) -> map.put(name, plain(value)));
            return map;
        }
        if (document.isList()) {
            return document.asList().stream().map(PasskeyTest::plain).toList();
        }
        if (document.isNumber()) {
            return document.asNumber().longValue();
        }
        return document.isBoolean() ? (Object) document.asBoolean() : document.asString();
    }
}
