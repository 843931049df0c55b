package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What the annotation at an injection point says is what the identity pool is asked for. */
class IdentityPoolProducerTest {

    private static final String USERS = "arn:aws:iam::123456789012:role/Users";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/Admins";

    private final Requests requests = new Requests();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private IdentityPoolProducer producer;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = answer().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        service.start();
        producer =
                producer(URI.create("http://127.0.0.1:" + service.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        producer.close();
        service.stop(0);
    }

    @Test
    void theRoleOfTheInjectionPointIsAskedFor() {
        signIn(ADMINS, USERS);

        atAsUser().resolveCredentials();

        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).contains("\"CustomRoleArn\":\"" + USERS + "\"");
    }

    @Test
    void noRoleIsAskedForWhereTheInjectionPointNamesNone() {
        signIn(ADMINS, USERS);

        atAsTheyAre().resolveCredentials();

        assertThat(asked).hasSize(2).noneMatch(body -> body.contains("CustomRoleArn"));
    }

    /** Two providers of one application, by the credentials of one caller in two roles. */
    @Test
    void injectionPointsOfDifferentRolesShareNoCredentials() {
        signIn(ADMINS, USERS);

        atAsUser().resolveCredentials();
        atAsTheyAre().resolveCredentials();
        atAsUser().resolveCredentials();

        assertThat(asked).filteredOn(body -> body.contains("IdentityId")).hasSize(2);
    }

    @Test
    void whoDoesNotHoldTheRoleOfTheInjectionPointIsRefusedWithoutACall() {
        signIn(ADMINS);

        assertThatThrownBy(() -> atAsUser().resolveCredentials())
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.ROLE_NOT_HELD))
                .hasMessageStartingWith("The caller does not hold the role " + USERS + ": ");
        assertThat(asked).isEmpty();
    }

    private AwsCredentialsProvider atAsUser() {
        return producer.credentials(injectionPoint("asUser"));
    }

    private AwsCredentialsProvider atAsTheyAre() {
        return producer.credentials(injectionPoint("asTheyAre"));
    }

    private IdentityPoolProducer producer(URI endpoint) {
        IdentityPoolConfig pool = IdentityPoolConfig.of(TestCallers.POOL, new Region("eu-west-1"))
                .endpoint(Optional.of(endpoint))
                .build();
        CognitoSettings settings = TestSettings.verifying(TestTokens.POOL, BearerTokens.ID)
                .identityPool(pool)
                .build();
        return new IdentityPoolProducer(
                instance(settings), instance(), new GuestUse(false), instance(), instance(), requests.currentCaller());
    }

    private void signIn(String... roles) {
        VerifiedJwt token = verified(idToken(Map.of(
                "sub",
                "alice",
                "exp",
                Instant.now().plusSeconds(3600).getEpochSecond(),
                "cognito:roles",
                List.of(roles),
                "cognito:preferred_role",
                roles[0])));
        requests.of(new CognitoCallerPrincipal("alice", token, token.groups(), () -> new IdToken(token)));
    }

    /** That of {@code GetId} and of {@code GetCredentialsForIdentity}. */
    private static String answer() {
        return """
                {"IdentityId": "eu-west-1:00000000-0000-4000-8000-000000000001", "Credentials": {"AccessKeyId": "ASIAEXAMPLE",
                "SecretKey": "secret", "SessionToken": "session", "Expiration": %d}}"""
                .formatted(Instant.now().plusSeconds(3600).getEpochSecond());
    }

    private static InjectionPoint injectionPoint(String name) {
        return proxy(InjectionPoint.class, (self, method, arguments) -> {
            if (method.getName().equals("getQualifiers")) {
                return Set.of(InjectionPoints.class.getDeclaredMethod(name).getAnnotation(CognitoCredentials.class));
            }
            throw new AssertionError(method);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> Instance<T> instance(T... beans) {
        return proxy(Instance.class, (self, method, arguments) -> {
            if (method.getName().equals("stream")) {
                return Stream.of(beans);
            }
            throw new AssertionError(method);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface InjectionPoints {

        @CognitoCredentials(role = USERS)
        AwsCredentialsProvider asUser();

        @CognitoCredentials
        AwsCredentialsProvider asTheyAre();
    }
}
