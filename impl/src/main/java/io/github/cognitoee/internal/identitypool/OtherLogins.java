package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.spi.LoginSource;
import io.github.cognitoee.spi.ProviderLogin;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The logins at other providers that the application's beans know of a caller. Thread-safe. */
final class OtherLogins {

    private static final int MOST_LOGINS = 10;

    private final List<LoginSource> sources;

    OtherLogins(List<LoginSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Whether no bean of the application knows of any. */
    boolean areNone() {
        return sources.isEmpty();
    }

    /**
     * What the beans name for a caller.
     *
     * @param shownBesides names of providers whose logins the library has itself
     * @throws io.github.cognitoee.CognitoConfigurationException when a provider is named twice, or there are too many
     */
    List<ProviderLogin> of(Principal caller, Set<String> shownBesides) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<ProviderLogin> logins = new ArrayList<>();
        Set<String> providers = new HashSet<>(shownBesides);
        providers.add(OpenIdTokens.OpenIdToken.PROVIDER);
        for (LoginSource source : sources) {
            for (ProviderLogin login : source.loginsOf(caller)) {
                logins.add(checked(login, providers));
            }
        }
        if (logins.size() + shownBesides.size() > MOST_LOGINS) {
            throw Problem.LOGINS_WRONG.exception("beans of type LoginSource named " + logins.size()
                    + " logins for one caller; an identity pool takes " + MOST_LOGINS
                    + ", the one of the user pool or of the developer provider included");
        }
        return List.copyOf(logins);
    }

    private static ProviderLogin checked(ProviderLogin login, Set<String> providers) {
        String name = ProviderName.normalised(login.provider());
        if (name.isBlank() || login.user().isBlank()) {
            throw Problem.LOGINS_WRONG.exception(
                    "a bean of type LoginSource named a login without its provider, or without its user");
        }
        if (!providers.add(name)) {
            throw Problem.LOGINS_WRONG.exception("a bean of type LoginSource named a login at " + name
                    + ", which the library or another login has already: each provider may be named once for a caller");
        }
        return name.equals(login.provider()) ? login : ProviderLogin.of(name, login.user(), login::token);
    }
}
