package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SignInConfig;
import io.github.cognitoee.userpool.RefusalReason;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells operations what keeps everybody from signing in. Not each time: anybody can have it logged. Thread-safe. */
final class Misconfigurations {

    private static final System.Logger LOG = System.getLogger(Misconfigurations.class.getName());

    private final SignInConfig config;
    private final AtomicInteger count = new AtomicInteger();

    Misconfigurations(SignInConfig config) {
        this.config = config;
    }

    void tell(Refusal refusal) {
        if (refusal.reason() == RefusalReason.MISCONFIGURED && Integer.bitCount(count.incrementAndGet()) == 1) {
            Problem.SIGN_IN_MISCONFIGURED.log(LOG, "{0}; {1}", refusal.message(), remedy(refusal));
        }
    }

    private String remedy(Refusal refusal) {
        String said = refusal.message().toLowerCase(Locale.ROOT);
        if (said.contains("secret")) {
            return "set cognito.sign-in.client-secret to the secret of app client " + config.clientId()
                    + ", or remove it where the client has none";
        }
        if (said.contains("required scopes")) {
            return "have no trigger suppress the scope aws.cognito.signin.user.admin of access tokens";
        }
        if (said.contains("revocation")) {
            return "have app client " + config.clientId() + " revoke tokens (EnableTokenRevocation)";
        }
        if (said.contains("not enabled")) {
            return "have app client " + config.clientId()
                    + " allow the flow among its ExplicitAuthFlows, or choose another" + " by cognito.sign-in.flow";
        }
        if (refusal.isOf("ResourceNotFoundException")) {
            return "look at cognito.user-pool.id and cognito.sign-in.client-id";
        }
        if (said.startsWith("admin")) {
            return "give the server AWS credentials with cognito-idp:AdminInitiateAuth and"
                    + " cognito-idp:AdminRespondToAuthChallenge on user pool "
                    + config.userPool().id();
        }
        return "look at user pool " + config.userPool().id() + " and its app client " + config.clientId();
    }
}
