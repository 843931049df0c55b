package io.github.cognitoee.it.pools;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The caller and their credentials. */
@RequestScoped
public class CallerLines {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    String told() {
        return """
                name=%s
                issuer=%s
                sub=%s
                identityId=%s
                accessKeyId=%s
                """
                .formatted(
                        caller.name().orElse(""),
                        caller.issuer().orElse(""),
                        caller.sub().orElse(""),
                        identity.identityId(),
                        identity.credentials().resolveCredentials().accessKeyId());
    }
}
