package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoUnavailableException;
import java.util.Map;

/**
 * The operations by which a sign-in goes step by step. Thread-safe; each call blocks, for some seconds at most, and throws
 * {@link Refusal} when the pool refuses, and {@link CognitoUnavailableException} when it cannot be asked now.
 */
interface AuthApi extends AutoCloseable {

    /**
     * InitiateAuth.
     *
     * @param flow the name that the service has for it
     * @param parameters some of them secrets
     */
    PoolAnswer initiate(String flow, Map<String, String> parameters, Circumstances circumstances);

    /**
     * RespondToAuthChallenge.
     *
     * @param session of the answer that had the challenge
     * @param responses some of them secrets
     */
    PoolAnswer respond(String challenge, String session, Map<String, String> responses, Circumstances circumstances);

    @Override
    void close();
}
