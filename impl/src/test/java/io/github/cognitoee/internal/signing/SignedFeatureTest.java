package io.github.cognitoee.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.UnsignableRequestException;
import io.github.cognitoee.internal.config.Region;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SignedFeatureTest {

    private static final String API = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod";
    private static final String SECRET = "the-secret-of-alice";
    private static final int BOUND = 20;
    private static final FakeClient.Body BREAD =
            stream -> stream.write("{\"of\":\"bread\"}".getBytes(StandardCharsets.UTF_8));

    private final SigV4Judge judge = new SigV4Judge(SECRET);
    private final FakeClient client = client(Optional.empty(), new Someone("alice"), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "GET, /orders/7",
        "GET, /orders?page=2&of=a+b&empty=&none&z=1&a=2",
        "DELETE, /orders/eu-west-1%3A1/a%2Fb/caf%C3%A9",
        "HEAD, ''",
        "OPTIONS, //orders/./x/../7/"
    })
    void requestWithoutBodyIsSigned(String method, String path) throws IOException {
        FakeClient.Request sent = client.request(method, API + path).send();

        assertThat(judge.accepts(method, sent.uri, sent.sentHeaders(), new byte[0]))
                .isTrue();
    }

    @Test
    void signatureTellsServiceRegionAndWhose() throws IOException {
        FakeClient.Request sent = client.request("GET", API).send();

        SigV4Judge.Claimed claimed = SigV4Judge.claimed(sent.sentHeaders().get("Authorization"));
        assertThat(claimed.accessKeyId()).isEqualTo("ASIAalice");
        assertThat(claimed.region()).isEqualTo("eu-west-1");
        assertThat(claimed.service()).isEqualTo("execute-api");
        assertThat(claimed.signedHeaders())
                .containsExactly("host", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token");
        assertThat(sent.headers.getFirst("x-amz-security-token")).isEqualTo("token of alice");
        assertThat(sent.headers.getFirst("x-amz-date")).isEqualTo("20261121T220000Z");
    }

    @Test
    void bodyIsSignedAsItIsSent() throws IOException {
        FakeClient.Request sent = client.request("POST", API + "/orders")
                .header("Content-Type", "application/json")
                .send(BREAD);

        assertThat(sent.wire).hasToString("{\"of\":\"bread\"}");
        assertThat(judge.accepts("POST", sent.uri, sent.sentHeaders(), sent.wire.toByteArray()))
                .isTrue();
        assertThat(judge.accepts("POST", sent.uri, sent.sentHeaders(), "{}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void emptyBodyIsSigned() throws IOException {
        FakeClient.Request sent = client.request("PUT", API).send(stream -> {});

        assertThat(judge.accepts("PUT", sent.uri, sent.sentHeaders(), new byte[0]))
                .isTrue();
    }

    /** Others come and go between client and service, and change on the way. */
    @Test
    void headersThatStayAsTheyAreAreSigned() throws IOException {
        FakeClient.Request sent = client.request("GET", API)
                .header("Content-Type", "text/plain")
                .header("X-Amz-Target", "Orders.List")
                .header("Accept", "application/json")
                .header("User-Agent", "orders")
                .header("Content-Length", 0)
                .header("Connection", "close")
                .header("X-Amzn-Trace-Id", "1")
                .send();

        assertThat(SigV4Judge.claimed(sent.sentHeaders().get("Authorization")).signedHeaders())
                .containsExactly(
                        "content-type",
                        "host",
                        "x-amz-content-sha256",
                        "x-amz-date",
                        "x-amz-security-token",
                        "x-amz-target");
        assertThat(judge.accepts("GET", sent.uri, sent.sentHeaders(), new byte[0]))
                .isTrue();
    }

    @Test
    void hashThatTheApplicationClaimsIsReplaced() throws IOException {
        FakeClient.Request sent = client.request("POST", API)
                .header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                .send(BREAD);

        assertThat(sent.headers.get("x-amz-content-sha256")).hasSize(1).doesNotContain("UNSIGNED-PAYLOAD");
        assertThat(judge.accepts("POST", sent.uri, sent.sentHeaders(), sent.wire.toByteArray()))
                .isTrue();
    }

    @Test
    void filterIsLastAndInterceptorFirst() {
        assertThat(client.priorityOfFilter()).isEqualTo(Integer.MAX_VALUE);
        assertThat(client.priorityOfInterceptor()).isEqualTo(1);
    }

    @Test
    void jerseyDoesNotFollowRedirects() throws IOException {
        assertThat(client.request("GET", API).send().properties)
                .containsEntry("jersey.config.client.followRedirects", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization"})
    void otherAuthorizationIsNotOverwritten(String name) {
        FakeClient.Request request = client.request("GET", API).header(name, "Bearer eyJ.secret");

        assertThatThrownBy(request::send)
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage(
                        "A request that is to be signed has an Authorization header already: remove it, or what adds"
                                + " it, such as a filter, a proxy of headers or"
                                + " org.eclipse.microprofile.rest.client.propagateHeaders");
        assertThat(request.headers).containsOnlyKeys(name);
    }

    @Test
    void authorizationThatAnInterceptorAddsIsNotOverwritten() {
        FakeClient.Request request = client.request("POST", API);

        assertThatThrownBy(() -> request.send(stream -> request.header("Authorization", "Basic YTpi")))
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessageStartingWith("A request that is to be signed has an Authorization header already");
        assertThat(request.wire.size()).isZero();
    }

    @Test
    void requestThatIsSentAgainIsSignedAnew() throws IOException {
        FakeClient.Request request = client.request("POST", API).send(BREAD);
        request.wire.reset();
        request.send(BREAD);

        assertThat(request.headers.get("Authorization")).hasSize(1);
        assertThat(judge.accepts("POST", request.uri, request.sentHeaders(), request.wire.toByteArray()))
                .isTrue();

        FakeClient.Request bare = client.request("GET", API).send().send();

        assertThat(judge.accepts("GET", bare.uri, bare.sentHeaders(), new byte[0]))
                .isTrue();
    }

    @Test
    void hostOfTheApplicationsOwnIsRefused() {
        assertThatThrownBy(client.request("GET", API).header("Host", "vpce.example.com")::send)
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage("A request that is to be signed has a Host header of its own, which not all HTTP clients"
                        + " send: address the host itself; API Gateway takes x-apigw-api-id");
    }

    @Test
    void methodThatTheSdkDoesNotKnowIsRefused() {
        assertThatThrownBy(client.request("PROPFIND", API)::send)
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessageStartingWith("A request with method PROPFIND cannot be signed: expected one of [GET, POST,");
    }

    @Test
    void bodyOfTheMaximumSizeIsSent() throws IOException {
        FakeClient.Request sent = client.request("POST", API).send(stream -> {
            stream.write(new byte[BOUND - 1]);
            stream.write(0);
        });

        assertThat(sent.wire.size()).isEqualTo(BOUND);
    }

    @Test
    void longerBodyIsRefusedAndNothingOfItSent() {
        FakeClient.Request request = client.request("POST", API);

        assertTooLong(request, stream -> stream.write(new byte[BOUND + 1]));
        assertTooLong(request, stream -> {
            stream.write(new byte[BOUND]);
            stream.write(0);
        });
    }

    /** Of a writer that makes something else of it, or nothing. */
    @Test
    void longerBodyIsRefusedWhateverItsWriterDoes() {
        FakeClient.Request request = client.request("POST", API);

        assertTooLong(request, stream -> {
            try {
                stream.write(new byte[BOUND + 1]);
            } catch (IOException e) {
                throw new IllegalStateException("cannot write", e);
            }
        });
        assertTooLong(request, stream -> {
            try {
                stream.write(new byte[BOUND + 1]);
            } catch (IOException e) {
                stream.write(0);
            }
        });
    }

    private static void assertTooLong(FakeClient.Request request, FakeClient.Body body) {
        assertThatThrownBy(() -> request.send(body))
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage("A request has a body of more than 20 bytes, which all have to be kept to be signed: raise"
                        + " maxBodySize of @CognitoSigned if the service takes that much");
        assertThat(request.wire.size()).isZero();
        assertThat(request.headers).doesNotContainKey("Authorization");
    }

    /** Jersey takes an IOException for one of the connection, and sends what it has. */
    @Test
    void bodyThatCannotBeWrittenIsNoFailureOfTheConnection() {
        FakeClient.Request request = client.request("POST", API);
        IOException unreadable = new IOException("the file is gone");

        assertThatThrownBy(() -> request.send(stream -> {
                    throw unreadable;
                }))
                .isInstanceOf(ProcessingException.class)
                .hasMessage("The body of a request that is to be signed cannot be written")
                .hasCause(unreadable);
        assertThatThrownBy(() -> request.send(stream -> {
                    throw new IllegalArgumentException("no JSON");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON");
    }

    /** Some clients go on when a filter fails. */
    @Test
    void bodyIsNotSentUnlessTheFilterFoundOutWhoSigns() {
        FakeClient.Request request = client.request("POST", API);

        assertThatThrownBy(() -> request.write(BREAD))
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage(
                        "A request is not sent, as nothing has been found out of who signs it: the HTTP client has left"
                                + " the filter of @CognitoSigned out, or gone on when that failed");
        assertThat(request.wire.size()).isZero();
    }

    @Test
    void threadWithoutCallerSendsNothing() {
        FakeClient.Request request =
                client(Optional.empty(), new Nobody(), Optional.empty()).request("GET", API);

        assertThatThrownBy(request::send)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage("nobody");
        assertThat(request.headers).isEmpty();
    }

    @Test
    void capturedIdentityOfTheRequestSigns() throws IOException {
        FakeClient.Request sent = client(Optional.empty(), new Nobody(), Optional.empty())
                .request("GET", API)
                .property(CognitoSigned.IDENTITY, new Someone("bob"))
                .send();

        assertThat(accessKey(sent)).isEqualTo("ASIAbob");
    }

    @Test
    void capturedIdentityOfTheClientSigns() throws IOException {
        client.properties.put(CognitoSigned.IDENTITY, new Someone("bob"));

        assertThat(accessKey(client.request("GET", API).send())).isEqualTo("ASIAbob");
        assertThat(accessKey(client.request("GET", API)
                        .property(CognitoSigned.IDENTITY, new Someone("carol"))
                        .send()))
                .isEqualTo("ASIAcarol");
    }

    @Test
    void whatIsNoIdentityDoesNotSign() {
        FakeClient.Request request = client.request("GET", API).property(CognitoSigned.IDENTITY, "alice");

        assertThatThrownBy(request::send)
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage("The property io.github.cognitoee.identity holds a java.lang.String, expected a"
                        + " CognitoIdentity, such as captured() gives");
    }

    @Test
    void roleIsAskedForOfCallerAndCaptured() throws IOException {
        FakeClient inRole = client(Optional.of("Admins"), new Someone("alice"), Optional.empty());

        assertThat(accessKey(inRole.request("GET", API).send())).isEqualTo("ASIAaliceAdmins");
        assertThat(accessKey(inRole.request("GET", API)
                        .property(CognitoSigned.IDENTITY, new Someone("bob"))
                        .send()))
                .isEqualTo("ASIAbobAdmins");
    }

    @Test
    void guestSignsWhoeverIsCalling() throws IOException {
        FakeClient guests =
                client(Optional.empty(), new Someone("alice"), Optional.of(new Someone("guest").credentials()));

        assertThat(accessKey(guests.request("GET", API).send())).isEqualTo("ASIAguest");
        assertThatThrownBy(guests.request("GET", API).property(CognitoSigned.IDENTITY, new Someone("bob"))::send)
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage(
                        "The property io.github.cognitoee.identity names who signs a request, and guest = true has a"
                                + " guest sign it: remove one");
    }

    @Test
    void propertiesOfARequestTellNothing() throws IOException {
        Map<String, Object> left = client.request("POST", API).send(BREAD).properties;

        assertThat(left.toString()).contains("AwaitedSignature").doesNotContain(SECRET, "token of alice");
    }

    private static String accessKey(FakeClient.Request sent) {
        return SigV4Judge.claimed(sent.sentHeaders().get("Authorization")).accessKeyId();
    }

    private static FakeClient client(
            Optional<String> role, CognitoIdentity caller, Optional<AwsCredentialsProvider> guest) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T22:00:00Z"), ZoneOffset.UTC);
        return new FakeClient(new SignedFeature(
                new Signatory(role, caller, guest),
                () -> new RequestSigner("execute-api", new Region("eu-west-1"), clock),
                BOUND));
    }

    /** Somebody who has credentials, in the name of which is their role. */
    private record Someone(String name) implements SigningIdentity {

        @Override
        public AwsCredentialsProvider credentials() {
            return () -> AwsSessionCredentials.create("ASIA" + name, SECRET, "token of " + name);
        }

        @Override
        public CognitoIdentity withRole(String roleArn) {
            return new Someone(name + roleArn);
        }
    }

    private static final class Nobody implements SigningIdentity {

        @Override
        public AwsCredentialsProvider credentials() {
            return () -> {
                throw new CallerRequiredException("nobody");
            };
        }

        @Override
        public CognitoIdentity withRole(String roleArn) {
            return this;
        }
    }

    /** Of which signing asks for credentials and roles alone. */
    private interface SigningIdentity extends CognitoIdentity {

        @Override
        default String identityId() {
            throw new UnsupportedOperationException();
        }

        @Override
        default Instant expiresAt() {
            throw new UnsupportedOperationException();
        }

        @Override
        default IssuedRole role() {
            throw new UnsupportedOperationException();
        }

        @Override
        default Set<String> awsRoles() {
            throw new UnsupportedOperationException();
        }

        @Override
        default Optional<String> preferredAwsRole() {
            throw new UnsupportedOperationException();
        }

        @Override
        default CognitoIdentity captured() {
            throw new UnsupportedOperationException();
        }
    }
}
