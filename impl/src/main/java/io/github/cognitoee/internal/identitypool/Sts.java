package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** AWS STS, as far as it is asked here: a port. Thread-safe. */
interface Sts {

    /**
     * ARN of who acts by these credentials, {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}. No policy can
     * forbid the question.
     *
     * @throws IdentityPoolRefusedException when STS does not take the credentials
     * @throws CognitoUnavailableException when STS cannot be asked now
     */
    String callerArn(AwsSessionCredentials credentials);
}
