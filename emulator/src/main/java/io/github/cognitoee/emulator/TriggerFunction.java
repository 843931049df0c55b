package io.github.cognitoee.emulator;

/** What stands in for a Lambda function; see {@link Triggers}. Called by the threads that answer requests, several at a time. */
@FunctionalInterface
public interface TriggerFunction {

    /**
     * Reads the event, and writes into its {@linkplain TriggerEvent#response() response}.
     *
     * @throws Exception to fail as a Lambda function does: the caller gets
     *     {@code UserLambdaValidationException: <Trigger> failed with error <message>.}
     */
    void handle(TriggerEvent event) throws Exception;
}
