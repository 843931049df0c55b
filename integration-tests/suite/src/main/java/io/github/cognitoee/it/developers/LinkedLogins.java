package io.github.cognitoee.it.developers;

import io.github.cognitoee.spi.LoginSource;
import io.github.cognitoee.spi.ProviderLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;

/** Takes the word of the test for who its callers are elsewhere. */
@ApplicationScoped
public class LinkedLogins implements LoginSource {

    @Inject
    private HttpServletRequest request;

    @Override
    public List<ProviderLogin> loginsOf(Principal caller) {
        String provider = request.getHeader("X-Other-Provider");
        String user = request.getHeader("X-Other-User");
        String token = request.getHeader("X-Other-Token");
        return provider == null ? List.of() : List.of(ProviderLogin.of(provider, user, () -> token));
    }
}
