package io.github.cognitoee.internal.identitypool;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** STS in memory: counts its calls, and knows one role. */
final class FakeSts implements Sts {

    private final AtomicInteger calls = new AtomicInteger();
    private volatile String role = "Users";

    int calls() {
        return calls.get();
    }

    void assumed(String role) {
        this.role = role;
    }

    @Override
    public String callerArn(AwsSessionCredentials credentials) {
        calls.incrementAndGet();
        return "arn:aws:sts::123456789012:assumed-role/" + role + "/CognitoIdentityCredentials";
    }
}
