package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.userpool.InjectedUserPool;
import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;

/** Produces what applications inject of the user pool: nothing is opened before the first call. */
@Dependent
class UserPoolProducer {

    @Produces
    @ApplicationScoped
    @Typed(CognitoUserPool.class)
    CognitoUserPool userPool(Instance<CognitoSettings> settings) {
        CognitoSettings active = settings.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Cognito EE is switched off by cognito.enabled=false, so" + " nobody can be signed in"));
        return active.signIn()
                .map(InjectedUserPool::of)
                .orElseThrow(() -> Problem.NO_SIGN_IN_CLIENT.exception(
                        "cognito.user-pool.client-ids names several app clients; set cognito.sign-in.client-id to the one"
                                + " by which CognitoUserPool signs people in"));
    }

    void end(@Disposes CognitoUserPool userPool) {
        if (userPool instanceof InjectedUserPool opened) {
            opened.close();
        }
    }
}
