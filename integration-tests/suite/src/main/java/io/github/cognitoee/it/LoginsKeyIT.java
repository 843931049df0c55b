package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.recovery.RecoveryApplication;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A logins key that is not the user pool's is named, whether the identity pool lists what it says or not. */
@ExtendWith(ArquillianExtension.class)
class LoginsKeyIT {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000004";
    private static final String KEY = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RecoveryApplication.class, Map.of("cognito.identity-pool.logins-key", KEY));
    }

    @Test
    void keyThatThePoolDoesNotListIsNamed() {
        assertThat(told(Cognito.alice()))
                .isEqualTo(
                        "PROVIDER_UNKNOWN: Identity pool " + POOL + " refused GetId: NotAuthorizedException: Token is"
                                + " not from a supported provider of this identity pool. cognito.identity-pool.logins-key is "
                                + KEY + ", and the token's user pool is known as"
                                + " cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE: remove the key, unless the"
                                + " identity pool lists the other.");
    }

    @Test
    void keyOfAnotherUserPoolIsNamed() {
        assertThat(IdentityPools.whileTheOtherPoolIsListed(
                        POOL, () -> told(Cognito.alice().client(Cognito.OTHER_CLIENT))))
                .isEqualTo("PROVIDER_UNKNOWN: Identity pool " + POOL + " refused GetId: NotAuthorizedException: Invalid"
                        + " login token. Issuer doesn't match providerName. The token's issuer is " + Cognito.ISSUER
                        + ", and it was presented as one of " + KEY
                        + ": correct or remove cognito.identity-pool.logins-key.");
    }

    /** The refusal of one app client is remembered for a while, so that each test has its own. */
    private String told(TokenRecipe caller) {
        Answer answer = Call.to(war, "api/identity").bearer(caller.idToken()).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
