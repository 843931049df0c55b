package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Makes exceptions of calls that got no answer, or none that could be read. They carry no cause: that of an answer which cannot
 * be read may quote from it, and there tokens and keys stand. What kind it was is in the message.
 */
final class NoAnswer {

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private NoAnswer() {}

    /** @param service who was asked, as a message of ours begins */
    static CognitoUnavailableException to(String service, String operation, Exception e) {
        if (e instanceof AbortedException || e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new InterruptedCallException("The thread was interrupted while it was asking for " + operation);
        }
        return new CognitoUnavailableException(
                service + " cannot be reached for " + operation + ": " + kind(e), RETRY_AFTER);
    }

    private static String kind(Exception e) {
        String kind = e.getClass().getSimpleName();
        return e.getCause() == null
                ? kind
                : kind + ", by " + e.getCause().getClass().getSimpleName();
    }
}
