package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What an AWS client makes of a refusal. */
final class Refusals {

    private Refusals() {}

    /** Status 400, this error code and exactly this message. */
    static void assertRefused(ThrowingCallable call, String code, String message) {
        assertRefused(call, 400, code, message);
    }

    static void assertRefused(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refusal.statusCode()).isEqualTo(status);
            assertThat(refusal.requestId()).isNotBlank();
        });
    }

    /** An exception that the service's model declares, not just its root. */
    static void assertRefused(ThrowingCallable call, Class<? extends AwsServiceException> type, String message) {
        assertRefused(call, 400, type.getSimpleName(), message);
        assertThatThrownBy(call).isInstanceOf(type);
    }
}
