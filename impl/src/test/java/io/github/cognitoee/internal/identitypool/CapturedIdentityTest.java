package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.OtherCallerException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class CapturedIdentityTest {

    private static final String ADMIN = "arn:aws:iam::123456789012:role/Admin";

    private static final IdentityPoolConfig CONFIG = IdentityPoolConfig.of(
                    "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
            .build();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final Requests requests = new Requests();
    private final FakeSts sts = new FakeSts();
    private final CognitoIdentity injected = new InjectedIdentity(
            new CallerCredentials(
                    requests.currentCaller(),
                    Optional.of(TestPools.connected(
                            pool,
                            sts,
                            CONFIG,
                            Applicants.byIdToken(CONFIG),
                            requests.currentCaller(),
                            clock,
                            CredentialsListener.NONE)),
                    clock),
            Optional.empty());

    @Test
    void staysTheCallersWhereNoRequestIsServed() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.none();

        assertThat(captured.identityId()).isEqualTo("alice-1");
        assertThat(accessKey(captured)).startsWith("AKID-of-alice");
        assertThat(captured.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void sharesTheCredentialsOfTheInjectedOne() {
        requests.of(caller("alice"));
        String inRequest = accessKey(injected);
        CognitoIdentity captured = injected.captured();
        requests.none();

        assertThat(accessKey(captured)).isEqualTo(inRequest);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void theInjectedOneNamesTheWayOutWhereNoRequestIsServed() {
        requests.none();

        assertThatThrownBy(injected::identityId)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage("AWS credentials were asked for, but nobody is signed in on thread '"
                        + Thread.currentThread().getName()
                        + "': protect the method with @RolesAllowed; on a thread that serves no request, use what"
                        + " CognitoIdentity.captured() returned in the request");
    }

    @Test
    void keepsTheRoleAndMayTakeAnother() {
        requests.of(caller("alice"));
        CognitoIdentity inRole = injected.withRole(ADMIN).captured();
        CognitoIdentity laterInRole = injected.captured().withRole(ADMIN);
        requests.none();

        accessKey(inRole);
        accessKey(laterInRole);

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1 " + ADMIN);
    }

    @Test
    void nobodyCannotBeCaptured() {
        requests.none();

        assertThatThrownBy(injected::captured).isInstanceOf(CallerRequiredException.class);
    }

    @Test
    void aCallerWithoutAnIdTokenCannotBeCaptured() {
        requests.of(new CognitoCallerPrincipal("alice", verified(accessToken(Map.of())), Set.of(), () -> {
            throw new IdTokenRequiredException("none");
        }));

        assertThatThrownBy(injected::captured).isInstanceOf(IdTokenRequiredException.class);
    }

    @Test
    void endsWithTheIdTokenEvenWhereCredentialsAreWarm() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        accessKey(captured);
        requests.none();
        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> accessKey(captured))
                .isInstanceOf(IdTokenRequiredException.class)
                .hasMessage("The caller's ID token expired at 2026-11-20T11:00:00Z while the request, or work that it"
                        + " started, was under way: have the client send a new one");
    }

    @Test
    void endsWhenTheCallerSignsOut() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.signOut();

        assertThatThrownBy(captured::identityId)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage("The caller whose identity was captured has signed out");
        requests.none();
        assertThatThrownBy(() -> accessKey(captured)).isInstanceOf(CallerRequiredException.class);
    }

    static Stream<Optional<CognitoCallerPrincipal>> others() {
        return Stream.of(Optional.of(caller("bob")), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("others")
    void isRefusedInTheRequestOfAnybodyElse(Optional<CognitoCallerPrincipal> other) {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.of(other);

        assertThatThrownBy(() -> accessKey(captured))
                .isInstanceOf(OtherCallerException.class)
                .hasMessage("A captured identity was used on thread '"
                        + Thread.currentThread().getName()
                        + "', which serves the request of somebody else or of nobody: do not keep it where other"
                        + " requests find it, and use the injected CognitoIdentity in requests");
        assertThatThrownBy(captured::captured).isInstanceOf(OtherCallerException.class);
    }

    @Test
    void isRefusedInADispatchOfAnybodyElsesRequest() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.of(caller("bob"));
        requests.dispatched();

        assertThatThrownBy(captured::identityId).isInstanceOf(OtherCallerException.class);
    }

    @Test
    void isTakenInAnotherRequestOfTheSameCaller() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.of(caller("alice"));

        assertThat(captured.identityId()).isEqualTo("alice-1");
    }

    @Test
    void isTakenWhereTheServerGivesBackgroundWorkARequestScope() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        requests.blank();

        assertThat(captured.captured().identityId()).isEqualTo("alice-1");
    }

    @Test
    void asynchronousClientsAreAnsweredOnTheCallingThread() {
        CognitoIdentity captured = capturedOf(caller("alice"));
        AwsCredentialsProvider provider = injected.credentials();

        assertThat(provider.resolveIdentity()).isCompletedWithValueMatching(identity -> isAlice(identity));
        requests.none();
        assertThat(captured.credentials().resolveIdentity())
                .isCompletedWithValueMatching(identity -> isAlice(identity));
    }

    private static boolean isAlice(AwsCredentialsIdentity identity) {
        return identity.accessKeyId().startsWith("AKID-of-alice");
    }

    @Test
    void isNotSerialised() {
        CognitoIdentity captured = capturedOf(caller("alice"));

        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(captured))
                .isInstanceOf(NotSerializableException.class);
        assertThatThrownBy(
                        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(captured.credentials()))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void printsNothingOfTheCaller() {
        CognitoIdentity captured = capturedOf(caller("alice"));

        assertThat(captured).hasToString("CognitoIdentity[captured]");
        assertThat(captured.credentials()).hasToString("CognitoCredentials[captured]");
    }

    private CognitoIdentity capturedOf(CognitoCallerPrincipal caller) {
        requests.of(caller);
        return injected.captured();
    }

    private static CognitoCallerPrincipal caller(String sub) {
        VerifiedJwt token = verified(idToken(Map.of("sub", sub)));
        return new CognitoCallerPrincipal(sub, token, token.groups(), () -> new IdToken(token));
    }

    private static String accessKey(CognitoIdentity identity) {
        return identity.credentials().resolveCredentials().accessKeyId();
    }
}
