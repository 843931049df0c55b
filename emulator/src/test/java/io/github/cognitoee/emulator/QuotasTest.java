package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.TooManyRequestsException;

/** Quotas of Cognito, at a clock that stands still. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotasTest {

    private IdentityWorld world;
    private CognitoIdentityClient impatient;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
        impatient = CognitoIdentityClient.builder()
                .endpointOverride(world.emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @AfterEach
    void clear() {
        world.emulator.faults().clear();
    }

    @AfterAll
    void stop() {
        impatient.close();
        world.close();
    }

    @Test
    void callsBeyondTheQuotaAreTooMany() {
        world.emulator.faults().quota("GetId", 2);

        getId();
        getId();
        assertThatThrownBy(this::getId).isInstanceOfSatisfying(TooManyRequestsException.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
        });
    }

    @Test
    void theyComeBackWithTheClockButNotBeyondASecondsWorth() {
        world.emulator.faults().quota("GetId", 2);
        getId();
        getId();

        world.clock.advance(Duration.ofMillis(500));
        getId();
        assertThatThrownBy(this::getId).isInstanceOf(TooManyRequestsException.class);

        world.clock.advance(Duration.ofMinutes(1));
        getId();
        getId();
        assertThatThrownBy(this::getId).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void theyComeBackUnderHaste() {
        Quota quota = new Quota(1, world.clock);
        int taken = 0;
        for (int i = 0; i <= 2_100; i++) {
            taken += quota.takes() ? 1 : 0;
            world.clock.advance(Duration.ofNanos(500_000));
        }

        assertThat(taken).isEqualTo(2);
    }

    @Test
    void otherOperationsHaveTheirOwn() {
        world.emulator.faults().quota("GetId", 1);
        String guest = getId();

        assertThat(impatient
                        .getCredentialsForIdentity(request -> request.identityId(guest))
                        .credentials())
                .isNotNull();
        assertThatThrownBy(this::getId).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void withoutQuotasEverythingMayBeCalledAsOftenAsOneLikes() {
        world.emulator.faults().defaultQuotas();
        for (int i = 0; i < 25; i++) {
            getId();
        }
        assertThatThrownBy(this::getId).isInstanceOf(TooManyRequestsException.class);

        world.emulator.faults().clear();
        assertThat(getId()).startsWith("eu-west-1:");
    }

    @Test
    void aQuotaIsOfAnOperationThatThereIsAndNotNothing() {
        assertThatThrownBy(() -> world.emulator.faults().quota("GetSomething", 5))
                .hasMessage("the emulator does not know the operation GetSomething");
        assertThatThrownBy(() -> world.emulator.faults().quota("GetId", 0))
                .hasMessage("found 0 calls a second, expected one or more; for none, let calls fail");
    }

    private String getId() {
        return impatient
                .getId(request -> request.identityPoolId(IdentityWorld.POOL))
                .identityId();
    }
}
