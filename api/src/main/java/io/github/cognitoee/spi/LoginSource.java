package io.github.cognitoee.spi;

import java.security.Principal;
import java.util.List;

/**
 * Knows the logins of callers at other identity providers than the user pool: Google, Facebook, Apple, Amazon, OpenID Connect
 * and SAML. A CDI bean of this type is found by itself; where there are several, all are asked, and each provider may be
 * named once.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class LinkedGoogle implements LoginSource {
 *     @Inject
 *     HttpServletRequest request;
 *
 *     public List<ProviderLogin> loginsOf(Principal caller) {
 *         HttpSession session = request.getSession(false);
 *         return session != null && session.getAttribute("google.sub") instanceof String user
 *                 ? List.of(ProviderLogin.of("accounts.google.com", user, () -> (String) session.getAttribute("google")))
 *                 : List.of();
 *     }
 * }
 * }</pre>
 *
 * <p>An identity pool makes all logins that it is shown together one identity. Callers who have no token of a user pool, as
 * another mechanism or store of the application signs them in, have credentials by these logins alone.
 *
 * <p>Asked each time that somebody wants the caller's credentials, cached ones included, on the thread of the caller's request:
 * keep at hand what costs. A login that is not named any more gives no credentials from then on. Called by many threads at once.
 */
@FunctionalInterface
public interface LoginSource {

    /**
     * The caller's logins, none or up to ten with the one of the user pool.
     *
     * @param caller who is signed in: a {@code JsonWebToken} where Cognito vouches for them, or what another mechanism or store
     *     of the application made
     */
    List<ProviderLogin> loginsOf(Principal caller);
}
