package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * A pool and a client of its own for each test, made and used by the AWS SDK's client: {@code admin} signs what it sends,
 * {@code anyone} has no credentials at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UserPoolFixture {

    static final String PASSWORD = "Passw0rd!";
    static final String OTHER_PASSWORD = "An0ther-Password";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final MovableClock clock = MovableClock.startingNow();
    CognitoEmulator emulator;
    CognitoIdentityProviderClient admin;
    CognitoIdentityProviderClient anyone;
    String pool;
    String client;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder().clock(clock).start();
        admin = AwsClients.userPools(emulator, clock);
        anyone = AwsClients.userPools(emulator, AnonymousCredentialsProvider.create(), clock);
    }

    @BeforeEach
    void makePoolAndClient() {
        emulator.outbox().clear();
        pool = newPool(request -> {});
        client = newClient(request -> {}).clientId();
    }

    @AfterAll
    void stop() {
        admin.close();
        anyone.close();
        emulator.close();
    }

    String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
        return admin.createUserPool(request -> {
                    request.poolName("pool-" + COUNT.incrementAndGet());
                    settings.accept(request);
                })
                .userPool()
                .id();
    }

    /** A client of the current pool that may sign in by password. */
    UserPoolClientType newClient(Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return admin.createUserPoolClient(request -> {
                    request.userPoolId(pool)
                            .clientName("web")
                            .explicitAuthFlows(
                                    ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
                    settings.accept(request);
                })
                .userPoolClient();
    }

    /** A confirmed user with {@link #PASSWORD}. */
    void newUser(String username, String... namesAndValues) {
        admin.adminCreateUser(request -> {
            request.userPoolId(pool).username(username).messageAction("SUPPRESS");
            request.userAttributes(Attributes.of(namesAndValues));
        });
        admin.adminSetUserPassword(request ->
                request.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
    }

    InitiateAuthResponse signInAnswer(String username, String password) {
        return signIn(client, Map.of("USERNAME", username, "PASSWORD", password));
    }

    InitiateAuthResponse signIn(String clientId, Map<String, String> parameters) {
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(clientId)
                .authParameters(parameters));
    }

    AuthenticationResultType signIn(String username) {
        return signInAnswer(username, PASSWORD).authenticationResult();
    }

    /** Asserts the SDK's own exception for this error, its message, and the headers that Cognito sends with it. */
    static void assertRefused(
            Class<? extends CognitoIdentityProviderException> type, String message, ThrowingCallable call) {
        assertRefusedAs(type, type.getSimpleName(), message, call);
    }

    /** As {@link #assertRefused}, for errors that have another name on the wire than in the SDK. */
    static void assertRefusedAs(
            Class<? extends CognitoIdentityProviderException> type,
            String wireName,
            String message,
            ThrowingCallable call) {
        CognitoIdentityProviderException refusal = catchThrowableOfType(CognitoIdentityProviderException.class, call);
        assertThat(refusal).isNotNull().isExactlyInstanceOf(type);
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.requestId()).isNotEmpty();
        SdkHttpResponse answer = refusal.awsErrorDetails().sdkHttpResponse();
        assertThat(answer.firstMatchingHeader("x-amzn-errortype")).hasValue(wireName + ":");
        assertThat(answer.firstMatchingHeader("x-amzn-errormessage")).hasValue(message.replaceAll("[^ -~]", "?"));
    }
}
