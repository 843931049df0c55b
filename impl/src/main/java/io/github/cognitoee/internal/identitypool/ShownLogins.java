package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.spi.ProviderLogin;
import java.util.LinkedHashMap;
import java.util.Map;

/** The logins of an applicant with their tokens, as a call to AWS has them. */
final class ShownLogins {

    private ShownLogins() {}

    /** @throws io.github.cognitoee.CognitoConfigurationException when the application supplies no token of a login */
    static Map<String, String> of(IdentityPoolConfig config, Applicant applicant) {
        Map<String, String> logins = new LinkedHashMap<>();
        applicant.idToken().ifPresent(token -> logins.put(LoginsKey.of(config, token), token.text()));
        applicant.others().forEach(login -> logins.put(login.provider(), tokenOf(login)));
        return logins;
    }

    @SuppressWarnings("ConstantValue") // it comes from the application
    private static String tokenOf(ProviderLogin login) {
        String token = login.token();
        if (token == null || token.isBlank()) {
            throw Problem.LOGINS_WRONG.exception("a bean of type LoginSource named a login at " + login.provider()
                    + ", and supplied no token of it");
        }
        return token;
    }
}
