package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.internal.pool.RedirectUris;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import java.util.List;
import java.util.regex.Pattern;

/** The rules for what a configured app client may do with OAuth. */
final class ClientCheck {

    private static final Pattern FLOW = Pattern.compile("code|implicit|client_credentials");
    private static final Pattern CUSTOM_SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+/[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+");

    private ClientCheck() {}

    static void check(String path, Client client) {
        addresses(path + ".callbackUrls", client.callbackUrls());
        addresses(path + ".logoutUrls", client.logoutUrls());
        List<String> flows = client.allowedOAuthFlows();
        for (int i = 0; i < flows.size(); i++) {
            ConfigCheck.matches(
                    path + ".allowedOAuthFlows[" + i + "]", FLOW, flows.get(i), "code, implicit or client_credentials");
        }
        if (flows.contains("client_credentials")) {
            ConfigCheck.expect(
                    flows.size() == 1 && client.secret() != null,
                    path + ".allowedOAuthFlows",
                    "client_credentials needs a secret and stands alone");
        }
        for (int i = 0; i < client.allowedOAuthScopes().size(); i++) {
            String scope = client.allowedOAuthScopes().get(i);
            ConfigCheck.expect(
                    Scopes.RESERVED.contains(scope)
                            || CUSTOM_SCOPE.matcher(scope).matches(),
                    path + ".allowedOAuthScopes[" + i + "]",
                    "found \"" + scope + "\", expected a scope such as openid or orders/read");
        }
    }

    private static void addresses(String path, List<String> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            ConfigCheck.expect(
                    RedirectUris.isAllowed(addresses.get(i)),
                    path + "[" + i + "]",
                    "found \"" + addresses.get(i)
                            + "\", expected an absolute address without a fragment, plain http for"
                            + " localhost alone");
        }
    }
}
