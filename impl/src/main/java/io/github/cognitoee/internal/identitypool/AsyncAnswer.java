package io.github.cognitoee.internal.identitypool;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What an asynchronous client of the AWS SDK is given: failures come by the future, too. */
final class AsyncAnswer {

    private AsyncAnswer() {}

    static CompletableFuture<AwsCredentialsIdentity> of(Supplier<CompletableFuture<IssuedCredentials>> question) {
        try {
            return question.get().thenApply(IssuedCredentials::credentials);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
