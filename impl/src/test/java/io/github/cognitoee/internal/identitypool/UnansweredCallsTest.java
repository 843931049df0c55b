package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of AWS that end without an answer. */
class UnansweredCallsTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";

    private AwsIdentityPool pool;
    private AwsSts sts;

    @BeforeEach
    void connectToNobody() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        IdentityPoolConfig config = IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
                .endpoint(Optional.of(nobody))
                .stsEndpoint(Optional.of(nobody))
                .classic(Optional.of(
                        new ClassicConfig(Optional.empty(), Optional.empty(), Duration.ofHours(1), Optional.empty())))
                .build();
        pool = new AwsIdentityPool(config);
        sts = new AwsSts(config);
    }

    @AfterEach
    void close() {
        pool.close();
        sts.close();
        assertThat(Thread.interrupted()).as("left over").isFalse();
    }

    @Test
    void aPoolThatCannotBeReachedIsUnavailable() {
        assertThatThrownBy(() -> pool.identityId(Applicant.GUEST))
                .isExactlyInstanceOf(CognitoUnavailableException.class)
                .hasMessage("Identity pool " + POOL + " cannot be reached for GetId: SdkClientException, by"
                        + " ConnectException")
                .hasNoCause();
    }

    @Test
    void neitherIsStsThatCannotBeReached() {
        assertThatThrownBy(this::assume)
                .isExactlyInstanceOf(CognitoUnavailableException.class)
                .hasMessage(
                        "STS cannot be reached for AssumeRoleWithWebIdentity: SdkClientException, by ConnectException")
                .hasNoCause();
    }

    @Test
    void anInterruptedThreadIsNoOutageOfThePool() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pool.identityId(Applicant.GUEST))
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("The thread was interrupted while it was asking for GetId");
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    @Test
    void norOfSts() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::assume)
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("The thread was interrupted while it was asking for AssumeRoleWithWebIdentity");
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    private void assume() {
        sts.assume("arn:aws:iam::123456789012:role/Reports", new OpenIdToken(POOL, "token"));
    }
}
