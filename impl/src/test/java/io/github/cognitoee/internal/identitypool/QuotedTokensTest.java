package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.POOL;
import static io.github.cognitoee.internal.identitypool.TestCallers.PROVIDER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.DeveloperRates;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.ProviderLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** AWS answers that quote what was sent, of a shape by which nobody can tell that it is a token. */
class QuotedTokensTest {

    private static final String TOKEN = "of no shape, 'token'";
    private static final String ROLE = "arn:aws:iam::123456789012:role/Reports";
    private static final List<String> APPLICATION = List.of("aws.accessKeyId", "aws.secretAccessKey");

    private HttpServer aws;
    private AwsIdentityPool pool;
    private AwsSts sts;
    private AwsDeveloperIdentities developer;

    @BeforeEach
    void connect() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", exchange -> {
            boolean json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
            byte[] body = (json
                            ? "{\"__type\":\"Refused\",\"message\":\"No <" + TOKEN + "> here\"}"
                            : "<ErrorResponse><Error><Code>Refused</Code><Message>No &lt;" + TOKEN
                                    + "&gt; here</Message></Error></ErrorResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        aws.start();
        Optional<URI> endpoint =
                Optional.of(URI.create("http://127.0.0.1:" + aws.getAddress().getPort()));
        DeveloperConfig vouching =
                new DeveloperConfig(PROVIDER, Duration.ofMinutes(15), Map.of(), DeveloperRates.DEFAULT);
        IdentityPoolConfig config = IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
                .endpoint(endpoint)
                .stsEndpoint(endpoint)
                .developer(Optional.of(vouching))
                .classic(Optional.of(
                        new ClassicConfig(Optional.empty(), Optional.empty(), Duration.ofHours(1), Optional.empty())))
                .build();
        pool = new AwsIdentityPool(config);
        sts = new AwsSts(config);
        developer = new AwsDeveloperIdentities(config, vouching);
        APPLICATION.forEach(key -> System.setProperty(key, "ofTheApplication"));
    }

    @AfterEach
    void close() {
        APPLICATION.forEach(System::clearProperty);
        developer.close();
        sts.close();
        pool.close();
        aws.stop(0);
    }

    @Test
    void noCallOfThePoolTellsTheLoginsTokens() {
        Applicant caller = caller(Optional.empty());

        assertSparesTheToken(() -> pool.identityId(caller));
        assertSparesTheToken(() -> pool.credentials(POOL, caller, Optional.empty()));
        assertSparesTheToken(() -> pool.openIdToken(POOL, caller));
        assertSparesTheToken(() -> pool.unlink(POOL, caller, List.of("graph.facebook.com")));
    }

    @Test
    void norDoesACallThatTheApplicationSigns() {
        assertSparesTheToken(() -> developer.token(caller(Optional.of(DeveloperUser.of("sam"))), Optional.empty()));
    }

    @Test
    void norDoesSts() {
        AwsSessionCredentials session = AwsSessionCredentials.create("ASIA", "secret", TOKEN);

        assertSparesTheToken(() -> sts.assume(ROLE, new OpenIdToken(POOL, TOKEN)));
        assertSparesTheToken(() -> sts.callerArn(session));
    }

    private static Applicant caller(Optional<DeveloperUser> vouchedFor) {
        ProviderLogin facebook = ProviderLogin.of("graph.facebook.com", "sam", () -> TOKEN);
        return new Applicant(Person.ofOther(() -> "sam"), Optional.empty(), List.of(facebook), vouchedFor);
    }

    private static void assertSparesTheToken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IdentityPoolRefusedException.class)
                .hasMessageContaining("No <(token)> here")
                .hasNoCause();
    }
}
