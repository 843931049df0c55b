package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequest;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequests;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.IdentityProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The other providers at which an application lets its users sign in. */
final class Providers {

    private Providers() {}

    /**
     * The one that the application sends its user to.
     *
     * @throws io.github.cognitoee.emulator.internal.oauth.AuthorizeRefusal if there is none of that name
     */
    static Optional<IdentityProvider> wanted(AuthorizeRequest asked) {
        String name = asked.wishes().provider();
        if (name == null || name.equals(ClientSettings.COGNITO)) {
            return Optional.empty();
        }
        return Optional.of(of(asked).stream()
                .filter(provider -> provider.isCalled(name))
                .findFirst()
                .orElseThrow(() -> AuthorizeRequests.providerFailed(
                        asked, "Identity provider " + name + " does not exist or is not enabled for the client")));
    }

    /** Links to all of them. */
    static Html links(Visit visit) {
        List<Html> links = of(visit.asked()).stream()
                .map(provider -> Html.of(
                        "<li><a href=\"{}\">{}</a></li>\n",
                        "/oauth2/authorize?"
                                + visit.request()
                                        .queryWith(
                                                "identity_provider",
                                                URLEncoder.encode(provider.providerName(), StandardCharsets.UTF_8),
                                                "idp_identifier"),
                        visit.language().text("login.provider", provider.providerName())))
                .toList();
        return links.isEmpty() ? Html.NOTHING : Html.of("<ul class=\"others\" id=\"providers\">\n{}</ul>\n", links);
    }

    private static List<IdentityProvider> of(AuthorizeRequest asked) {
        ClientSettings settings = asked.client().settings();
        return asked.pool().providers().all().stream()
                .filter(provider -> settings.supports(provider.providerName()))
                .toList();
    }
}
