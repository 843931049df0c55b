package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** Errors that no call can bring about, given on demand. */
class CallFaultsTest extends UserPoolFixture {

    @AfterEach
    void repair() {
        emulator.faults().clear();
    }

    @Test
    void aThrottledOperationSaysSoUntilItIsCleared() {
        newUser("alice");
        emulator.faults().calls("InitiateAuth", CallFault.throttled());

        assertRefused(TooManyRequestsException.class, "Rate exceeded", () -> signIn("alice"));
        assertRefused(TooManyRequestsException.class, "Rate exceeded", () -> signIn("alice"));
        emulator.faults().clear();
        assertThat(signIn("alice").accessToken()).isNotEmpty();
    }

    @Test
    void otherOperationsWorkMeanwhile() {
        emulator.faults().calls("InitiateAuth", CallFault.throttled());

        newUser("alice");

        assertThat(admin.adminGetUser(request -> request.userPoolId(pool).username("alice"))
                        .username())
                .isEqualTo("alice");
    }

    @Test
    void aClientThatTriesAgainGetsThroughAfterTheLastFailure() {
        newUser("alice");
        emulator.requests().reset();
        emulator.faults().calls("InitiateAuth", CallFault.throttled().times(2));

        try (CognitoIdentityProviderClient patient = CognitoIdentityProviderClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                .build()) {
            assertThat(patient.initiateAuth(request -> request.authFlow("USER_PASSWORD_AUTH")
                                    .clientId(client)
                                    .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD)))
                            .authenticationResult())
                    .isNotNull();
        }
        assertThat(emulator.requests().count("InitiateAuth")).isEqualTo(3);
    }

    @Test
    void anInternalErrorIsTheServersFault() {
        emulator.faults().calls("GetUser", CallFault.internalError());

        InternalErrorException refusal = catchThrowableOfType(
                InternalErrorException.class, () -> anyone.getUser(request -> request.accessToken("a.b.c")));

        assertThat(refusal.statusCode()).isEqualTo(500);
    }

    @Test
    void anyErrorOfTheModelCanBeGiven() {
        emulator.faults()
                .calls(
                        "SignUp",
                        CallFault.of("UserLambdaValidationException", "PreSignUp failed with error no robots."));

        assertRefused(
                UserLambdaValidationException.class,
                "PreSignUp failed with error no robots.",
                () -> anyone.signUp(
                        request -> request.clientId(client).username("bob").password(PASSWORD)));
    }

    @Test
    void operationsOfStsFailInTheirOwnForm() throws Exception {
        emulator.faults().calls("GetCallerIdentity", CallFault.of("Throttling", "Rate exceeded"));

        HttpResponse<String> answer = Http.post(
                emulator,
                "Action=GetCallerIdentity&Version=2011-06-15",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>Throttling</Code>", "<Message>Rate exceeded</Message>");
    }

    @Test
    void faultsAreSetFromOutside() throws Exception {
        newUser("alice");

        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/dev/faults/calls?operation=InitiateAuth&error=TooManyRequestsException&message=Slow%20down&times=1",
                "",
                "X-Cognito-Dev",
                "1");

        assertThat(answer.body())
                .contains(
                        "\"calls\":{\"InitiateAuth\":{\"type\":\"TooManyRequestsException\",\"message\":\"Slow down\","
                                + "\"times\":1}}");
        assertRefused(TooManyRequestsException.class, "Slow down", () -> signIn("alice"));
        assertThat(signIn("alice").accessToken()).isNotEmpty();
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() throws Exception {
        assertThatThrownBy(() -> emulator.faults().calls("InitiateAuthentication", CallFault.throttled()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator does not know the operation InitiateAuthentication");
        assertThatThrownBy(() -> CallFault.of("No such thing", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found type \"No such thing\", expected a name of up to 100 letters");
        assertThatThrownBy(() -> CallFault.throttled().times(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found -1 times, expected zero or more");
    }

    @Test
    void noTimesAtAllOverHttpAreRefusedRatherThanTakenForAlways() throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/dev/faults/calls?operation=InitiateAuth&error=TooManyRequestsException&times=0",
                "",
                "X-Cognito-Dev",
                "1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("found 0 times, expected one or more, or none for until cleared");
        assertThat(Http.postTo(
                                emulator,
                                "/dev/faults/calls?operation=Nothing&error=TooManyRequestsException",
                                "",
                                "X-Cognito-Dev",
                                "1")
                        .body())
                .contains("the emulator does not know the operation Nothing");
    }
}
