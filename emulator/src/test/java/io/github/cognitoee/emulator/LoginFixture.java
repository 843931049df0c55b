package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** A public client with a callback URL, the user {@code alice}, and a browser. */
abstract class LoginFixture extends UserPoolFixture {

    static final String CALLBACK = "https://app.example/callback";
    static final String SIGNED_OUT = "https://app.example/bye";

    /** The pair of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    Browser browser;

    @BeforeEach
    void makeClientWithPages() {
        client = newWebClient(request -> {}).clientId();
        newUser("alice", "email", "alice@example.com", "email_verified", "true", "name", "Alice");
        browser = new Browser(emulator);
    }

    UserPoolClientType newWebClient(Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return newClient(request -> {
            request.allowedOAuthFlows(OAuthFlowType.CODE)
                    .allowedOAuthFlowsUserPoolClient(true)
                    .allowedOAuthScopes("openid", "email", "profile")
                    .callbackURLs(CALLBACK, "myapp://back?from=cognito")
                    .logoutURLs(SIGNED_OUT);
            settings.accept(request);
        });
    }

    /** The address that an application sends browsers to. */
    String authorize(String more) {
        return "/oauth2/authorize?response_type=code&client_id=" + client + "&redirect_uri=" + encoded(CALLBACK) + more;
    }

    Browser signInAt(String more) throws Exception {
        return browser.open(authorize(more)).submit("username", "alice", "password", PASSWORD);
    }

    /** A code of a sign-in. */
    String code(String more) throws Exception {
        return signInAt(more).returned("code");
    }

    HttpResponse<String> exchange(String code, String more) throws Exception {
        return token("grant_type=authorization_code&client_id=" + client + "&code=" + code + "&redirect_uri="
                + encoded(CALLBACK) + more);
    }

    HttpResponse<String> token(String form, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return Http.postTo(emulator, "/oauth2/token", form, all);
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
