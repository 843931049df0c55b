package io.github.cognitoee.it.harness;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What makes and keeps the passkeys of one tab, without a device, and without anybody's finger. */
public final class VirtualAuthenticator {

    private final Page page;
    private final CDPSession browser;
    private final String id;

    private VirtualAuthenticator(Page page, CDPSession browser, String id) {
        this.page = page;
        this.browser = browser;
        this.id = id;
    }

    public static VirtualAuthenticator in(Page page) {
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", kind);
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        String id = browser.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
        return new VirtualAuthenticator(page, browser, id);
    }

    /** Makes a passkey for the page's site: from the JSON of the options that of the credential. */
    public String make(String options) {
        return String.valueOf(page.evaluate(
                """
                async options => JSON.stringify((await navigator.credentials.create({
                  publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options))})).toJSON())""",
                options));
    }

    /** Whether it knows its user's finger. */
    public void knowsFinger(boolean known) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.addProperty("isUserVerified", known);
        browser.send("WebAuthn.setUserVerified", parameters);
    }
}
