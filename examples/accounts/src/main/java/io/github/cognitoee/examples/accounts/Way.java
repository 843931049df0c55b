package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.SignInFlow;

/** The ways of signing in that this application offers. A browser may choose among these and no other flow. */
public enum Way {

    /** The password, which Cognito is never shown. */
    PASSWORD(SignInFlow.USER_SRP_AUTH),

    /** Whatever the person has: a password, a code that is sent, a passkey. */
    CHOICE(SignInFlow.USER_AUTH),

    /** What the pool's own triggers ask. */
    CUSTOM(SignInFlow.CUSTOM_AUTH);

    private final SignInFlow flow;

    Way(SignInFlow flow) {
        this.flow = flow;
    }

    SignInFlow flow() {
        return flow;
    }
}
