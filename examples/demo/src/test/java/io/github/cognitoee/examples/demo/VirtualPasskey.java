package io.github.cognitoee.examples.demo;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A passkey that Chromium has without any device, and that is used without anybody's finger. */
record VirtualPasskey(String id, KeyPair keys) {

    private static final String HOST = "localhost";

    /** Puts one into the browser of this page. */
    static VirtualPasskey in(Page page) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] id = "a passkey of alice".getBytes(StandardCharsets.UTF_8);
        VirtualPasskey passkey = new VirtualPasskey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id), generator.generateKeyPair());

        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject added = new JsonObject();
        added.add(
                "authenticatorId",
                browser.send("WebAuthn.addVirtualAuthenticator", authenticator())
                        .get("authenticatorId"));
        added.add("credential", passkey.credential(id));
        browser.send("WebAuthn.addCredential", added);
        return passkey;
    }

    private static JsonObject authenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        return wrapped;
    }

    private JsonObject credential(byte[] rawId) {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", Base64.getEncoder().encodeToString(rawId));
        credential.addProperty("isResidentCredential", true);
        credential.addProperty("rpId", HOST);
        credential.addProperty(
                "privateKey",
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        credential.addProperty("userHandle", Base64.getEncoder().encodeToString(rawId));
        credential.addProperty("signCount", 1);
        return credential;
    }

    /** What Cognito asks a browser for: the JSON of PublicKeyCredentialRequestOptions. */
    String requestOptions() {
        return "{\"challenge\":\"c29tZXRoaW5nLXRvLXNpZ24\",\"rpId\":\"%s\",\"timeout\":60000,\"userVerification\":\"required\","
                        .formatted(HOST)
                + "\"allowCredentials\":[{\"type\":\"public-key\",\"id\":\"%s\"}]}".formatted(id);
    }

    /** Whether this passkey signed what is in the JSON of a credential. */
    boolean signed(JsonObject credential) throws GeneralSecurityException {
        JsonObject response = credential.getAsJsonObject("response");
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(bytes(response, "authenticatorData"));
        signed.writeBytes(MessageDigest.getInstance("SHA-256").digest(bytes(response, "clientDataJSON")));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(keys.getPublic());
        signature.update(signed.toByteArray());
        return signature.verify(bytes(response, "signature"));
    }

    private static byte[] bytes(JsonObject response, String member) {
        return Base64.getUrlDecoder().decode(response.get(member).getAsString());
    }
}
