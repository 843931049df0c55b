package io.github.cognitoee.emulator.internal.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The functions that are called where Cognito calls Lambda functions: the triggers of pools. */
public interface Functions {

    /** None at all. */
    Functions NONE = (poolId, trigger) -> Optional.empty();

    /**
     * What a pool calls at this point of its flows.
     *
     * @param trigger its name in {@code LambdaConfig}, such as {@code PreSignUp}
     */
    Optional<Trigger> find(String poolId, String trigger);

    /** One function. */
    interface Trigger {

        /** Of its events, such as {@code 1}. */
        String version();

        /**
         * Calls it.
         *
         * @param event as a Lambda function would get it
         * @return the member {@code response} of what it gives back
         * @throws Exception whatever the function throws
         */
        ObjectNode call(ObjectNode event) throws Exception;
    }
}
