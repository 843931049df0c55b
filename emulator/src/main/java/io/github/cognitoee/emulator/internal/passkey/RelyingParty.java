package io.github.cognitoee.emulator.internal.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.VerificationException;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Passkey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whom passkeys are for.
 *
 * @param id the host that they are bound to; its subdomains may use them too
 * @param userVerification {@code required} or {@code preferred}
 */
public record RelyingParty(String id, String userVerification) {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WebAuthnManager LIBRARY = WebAuthnManager.createNonStrictWebAuthnManager();
    private static final AttestedCredentialDataConverter KEYS =
            new AttestedCredentialDataConverter(new ObjectConverter());
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    /** {@code CredentialCreationOptions}. */
    public Map<String, Object> creationOptions(Account account, String challenge, List<Passkey> present) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", id, "name", id));
        options.put(
                "user",
                Map.of(
                        "id", text(bytes(account.sub())),
                        "name", account.username(),
                        "displayName", account.username()));
        options.put("challenge", text(bytes(challenge)));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("excludeCredentials", descriptors(present));
        options.put(
                "authenticatorSelection",
                Map.of("requireResidentKey", true, "residentKey", "required", "userVerification", userVerification));
        return options;
    }

    /** {@code CREDENTIAL_REQUEST_OPTIONS}. */
    public String requestOptions(String challenge, List<Passkey> present) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", text(bytes(challenge)));
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("rpId", id);
        options.put("allowCredentials", descriptors(present));
        options.put("userVerification", userVerification);
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options of our own have a JSON form", e);
        }
    }

    private static List<Map<String, Object>> descriptors(List<Passkey> present) {
        return present.stream()
                .map(passkey -> Map.<String, Object>of(
                        "type", "public-key", "id", passkey.credentialId(), "transports", passkey.transports()))
                .toList();
    }

    /**
     * The challenge that a browser's answer names.
     *
     * @param credential {@code RegistrationResponseJSON}
     * @throws Refusal if it is none
     */
    public static String challengeOf(JsonNode credential) {
        try {
            RegistrationData data = LIBRARY.parseRegistrationResponseJSON(credential.toString());
            return new String(
                    Objects.requireNonNull(data.getCollectedClientData())
                            .getChallenge()
                            .getValue(),
                    StandardCharsets.UTF_8);
        } catch (DataConversionException | NullPointerException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    /**
     * The passkey that a browser has made.
     *
     * @param credential {@code RegistrationResponseJSON}
     * @throws Refusal if it does not hold
     */
    public Passkey registered(JsonNode credential, String challenge, String username, Instant now) {
        RegistrationParameters expected = new RegistrationParameters(
                server(challenge),
                ALGORITHMS.stream()
                        .map(name -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, name))
                        .toList(),
                mustVerifyUser(),
                true);
        try {
            RegistrationData data = LIBRARY.verifyRegistrationResponseJSON(credential.toString(), expected);
            AuthenticatorData<?> made =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(made.getAttestedCredentialData());
            return new Passkey(
                    username,
                    text(key.getCredentialId()),
                    id,
                    credential.path("authenticatorAttachment").textValue(),
                    transports(credential),
                    text(KEYS.convert(key)),
                    made.getSignCount(),
                    made.isFlagUV(),
                    made.isFlagBE(),
                    made.isFlagBS(),
                    now);
        } catch (VerificationException e) {
            throw refusal(e);
        } catch (DataConversionException | NullPointerException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static List<String> transports(JsonNode credential) {
        List<String> transports = new ArrayList<>();
        credential.path("response").path("transports").forEach(name -> transports.add(name.asText()));
        return transports;
    }

    /** By what a browser's answer to a sign-in names its passkey; empty if it names none. */
    public static String idOf(String credential) {
        try {
            return JSON.readTree(credential).path("id").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /**
     * The passkey as it is after this use.
     *
     * @param credential {@code AuthenticationResponseJSON}
     * @throws Refusal if it does not hold
     */
    public Passkey used(Passkey passkey, String credential, String challenge) {
        AuthenticationParameters expected = new AuthenticationParameters(
                server(challenge), record(passkey), List.of(decoded(passkey.credentialId())), mustVerifyUser(), true);
        try {
            AuthenticationData data = LIBRARY.verifyAuthenticationResponseJSON(credential, expected);
            AuthenticatorData<?> now = Objects.requireNonNull(data.getAuthenticatorData());
            return passkey.used(now.getSignCount(), now.isFlagUV(), now.isFlagBS());
        } catch (VerificationException | DataConversionException | NullPointerException | IllegalArgumentException e) {
            throw ErrorType.NOT_AUTHORIZED.because("Credential verification failed.");
        }
    }

    private static CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                passkey.verifiedUser(),
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                KEYS.convert(decoded(passkey.key())),
                null,
                null,
                null,
                Set.of());
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .originPredicate(this::isOurs)
                .rpId(id)
                .challenge(new DefaultChallenge(bytes(challenge)))
                .build();
    }

    /** Pages of the host and of its subdomains, by HTTPS; at a desk by plain HTTP too. */
    private boolean isOurs(Origin origin) {
        String host = String.valueOf(origin.getHost());
        boolean atDesk = host.equals("localhost") || host.endsWith(".localhost");
        return (host.equals(id) || host.endsWith("." + id))
                && ("https".equals(origin.getScheme()) || (atDesk && "http".equals(origin.getScheme())));
    }

    private boolean mustVerifyUser() {
        return userVerification.equals("required");
    }

    private static Refusal refusal(VerificationException e) {
        if (e instanceof BadOriginException) {
            return ErrorType.WEBAUTHN_ORIGIN_NOT_ALLOWED.because("The origin is not allowed for the relying party.");
        }
        if (e instanceof BadRpIdException) {
            return ErrorType.WEBAUTHN_RELYING_PARTY_MISMATCH.because("The credential is for another relying party.");
        }
        if (e instanceof BadChallengeException) {
            return ErrorType.WEBAUTHN_CHALLENGE_NOT_FOUND.because("Challenge not found.");
        }
        return ErrorType.WEBAUTHN_CREDENTIAL_NOT_SUPPORTED.because("The credential is not supported: "
                + e.getClass().getSimpleName().replaceFirst("Exception$", ""));
    }

    private static Refusal malformed() {
        return ErrorType.INVALID_PARAMETER.because("The credential is no RegistrationResponseJSON.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
