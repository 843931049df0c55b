package io.github.cognitoee.internal.identitypool;

import java.util.Collection;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An error that a service answered.
 *
 * @param code the exception's name in the API, empty where the answer has none
 * @param message as the service worded it, fit for a message of ours
 * @param status of HTTP
 */
record PoolError(String operation, String code, String message, int status) {

    /** @param sent the tokens of the request, which the answer may quote */
    static PoolError of(String operation, AwsServiceException e, Collection<String> sent) {
        AwsErrorDetails details = e.awsErrorDetails();
        return new PoolError(
                operation,
                details == null || details.errorCode() == null ? "" : details.errorCode(),
                details == null || details.errorMessage() == null
                        ? ""
                        : ServiceText.clean(details.errorMessage(), sent),
                e.statusCode());
    }

    boolean isOf(String name) {
        return operation.equals(name);
    }

    /** Whether the message has these words: the API has one code for most of what it refuses. */
    boolean says(String words) {
        return message.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** A sentence for a message of ours, to which others may be added. */
    String text() {
        String answer = code.isEmpty() ? "status " + status : message.isEmpty() ? code : code + ": " + message;
        return answer.endsWith(".") ? answer : answer + ".";
    }
}
