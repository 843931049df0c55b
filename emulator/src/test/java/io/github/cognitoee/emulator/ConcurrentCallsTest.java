package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/** Calls that come at once: what may happen once happens once, and no change is lost. */
class ConcurrentCallsTest extends UserPoolFixture {

    private static final int CALLERS = 8;

    @Test
    void ofManySignUpsUnderOneNameOneSucceeds() throws Exception {
        assertThat(successes(i -> anyone.signUp(
                        request -> request.clientId(client).username("alice").password(PASSWORD))))
                .isEqualTo(1);
    }

    @Test
    void ofManySignUpsWithOneAddressAsUserNameOneSucceeds() throws Exception {
        pool = newPool(request -> request.usernameAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();

        assertThat(successes(i -> anyone.signUp(request ->
                        request.clientId(client).username("alice@example.com").password(PASSWORD))))
                .isEqualTo(1);
    }

    @Test
    void aSessionIsAnsweredOnce() throws Exception {
        admin.adminCreateUser(
                request -> request.userPoolId(pool).username("alice").temporaryPassword(PASSWORD));
        String session = signInAnswer("alice", PASSWORD).session();

        assertThat(successes(i -> anyone.respondToAuthChallenge(request -> request.clientId(client)
                        .challengeName("NEW_PASSWORD_REQUIRED")
                        .session(session)
                        .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD)))))
                .isEqualTo(1);
    }

    @Test
    void noMembershipIsLost() throws Exception {
        newUser("alice");
        IntStream.range(0, CALLERS)
                .forEach(i ->
                        admin.createGroup(request -> request.userPoolId(pool).groupName("group" + i)));

        assertThat(successes(i -> admin.adminAddUserToGroup(
                        request -> request.userPoolId(pool).username("alice").groupName("group" + i))))
                .isEqualTo(CALLERS);

        assertThat(admin.adminListGroupsForUser(
                                request -> request.userPoolId(pool).username("alice"))
                        .groups())
                .extracting(GroupType::groupName)
                .hasSize(CALLERS);
    }

    private interface Call {
        Object by(int caller);
    }

    private static long successes(Call call) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, CALLERS)
                    .<Callable<Boolean>>mapToObj(i -> () -> isSuccess(call, i))
                    .toList();
            return callers.invokeAll(attempts).stream()
                    .filter(ConcurrentCallsTest::result)
                    .count();
        } finally {
            callers.shutdownNow();
        }
    }

    private static boolean isSuccess(Call call, int caller) {
        try {
            call.by(caller);
            return true;
        } catch (CognitoIdentityProviderException refused) {
            return false;
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
