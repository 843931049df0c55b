package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.callers.CallersApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The injected caller tells who is calling, for every kind of caller. The WAR maps the group {@code zoo} to the roles
 * {@code keeper} and {@code feeder}, and takes scopes as roles.
 */
@ExtendWith(ArquillianExtension.class)
class CallersIT {

    private static final String CLIENT = "demo0client0of0photo0album";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(CallersApplication.class)
                .addAsResource(
                        new StringAsset("cognito.roles.zoo=keeper,feeder\ncognito.scopes-as-roles=true\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void accessTokenTellsAPersonAndTheirScopes() {
        Instant issued = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        String token = Cognito.alice()
                .scopes("openid", "photos/read")
                .issuedAt(issued)
                .expiresIn(Duration.ofMinutes(5))
                .accessToken();

        Map<String, String> caller = caller(token);

        assertThat(caller.remove("sub")).matches("[0-9a-f-]{36}");
        assertThat(caller)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("anonymous", "false"),
                        Map.entry("machine", "false"),
                        Map.entry("name", "alice"),
                        Map.entry("issuer", Cognito.ISSUER),
                        Map.entry("username", "alice"),
                        Map.entry("email", ""),
                        Map.entry("clientId", CLIENT),
                        Map.entry("tokenUse", "access"),
                        Map.entry("groups", "users"),
                        Map.entry("roles", "SCOPE_openid,SCOPE_photos/read,users"),
                        Map.entry("scopes", "openid photos/read"),
                        Map.entry("authenticatedAt", issued.toString()),
                        Map.entry(
                                "expiresAt", issued.plus(Duration.ofMinutes(5)).toString())));
    }

    @Test
    void idTokenTellsTheVerifiedEmailAndNoScopes() {
        assertThat(caller(Cognito.alice().idToken()))
                .containsEntry("tokenUse", "id")
                .containsEntry("username", "alice")
                .containsEntry("email", "alice@example.com")
                .containsEntry("clientId", CLIENT)
                .containsEntry("scopes", "");
    }

    @Test
    void emailThatIsNotVerifiedIsNotTold() {
        assertThat(caller(Cognito.alice().withClaim("email_verified", false).idToken()))
                .containsEntry("email", "");
    }

    @Test
    void machineIsKnownByItsClientAndHasNoUserName() {
        assertThat(caller(Cognito.machine().scopes("photos/read").accessToken()))
                .containsEntry("anonymous", "false")
                .containsEntry("machine", "true")
                .containsEntry("name", "client:" + CLIENT)
                .containsEntry("sub", CLIENT)
                .containsEntry("username", "")
                .containsEntry("clientId", CLIENT)
                .containsEntry("groups", "")
                .containsEntry("roles", "SCOPE_photos/read")
                .containsEntry("scopes", "photos/read");
    }

    @Test
    void personWhoCallsThemselvesLikeAMachineIsRefused() {
        String token = Cognito.alice().withClaim("username", "client:" + CLIENT).accessToken();

        assertThat(Call.to(war, "api/caller").bearer(token).get().status()).isEqualTo(401);
    }

    @Test
    void machineWithoutTheRoleIsForbidden() {
        assertThat(Call.to(war, "api/roles/keepers")
                        .bearer(Cognito.machine().accessToken())
                        .get()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anonymousCallerIsToldAsNobody() {
        Map<String, String> caller = Call.to(war, "api/caller").get().lines();

        assertThat(caller.remove("anonymous")).isEqualTo("true");
        assertThat(caller.remove("machine")).isEqualTo("false");
        assertThat(caller)
                .hasSize(12)
                .allSatisfy((key, value) -> assertThat(value).as(key).isEmpty());
    }

    @Test
    void scopeIsARoleWhereThatIsSwitchedOn() {
        String path = "api/roles/readers";

        assertThat(Call.to(war, path)
                        .bearer(Cognito.machine().scopes("photos/read").accessToken())
                        .get()
                        .body())
                .isEqualTo("for readers");
        assertThat(Call.to(war, path)
                        .bearer(Cognito.machine().scopes("photos/write").accessToken())
                        .get()
                        .status())
                .isEqualTo(403);
        assertThat(Call.to(war, path).bearer(Cognito.alice().idToken()).get().status())
                .isEqualTo(403);
    }

    @Test
    void mappedGroupGivesItsRolesInsteadOfItsName() {
        assertThat(caller(zooKeeper()))
                .containsEntry("groups", "users,zoo")
                .containsEntry("roles", "SCOPE_openid,feeder,keeper,users");
    }

    @Test
    void everyApiKnowsTheRolesOfAMappedGroup() {
        assertHeld("keeper", "true");
        assertHeld("feeder", "true");
        assertHeld("zoo", "false");
    }

    @Test
    void rolesAllowedAgreesWithThem() {
        Answer keepers = Call.to(war, "api/roles/keepers").bearer(zooKeeper()).get();

        assertThat(keepers.body()).isEqualTo("for keepers, for keepers");
        assertThat(Call.to(war, "api/roles/zoo").bearer(zooKeeper()).get().status())
                .isEqualTo(403);
    }

    private void assertHeld(String role, String held) {
        assertThat(Call.to(war, "api/roles/held/" + role)
                        .bearer(zooKeeper())
                        .get()
                        .lines())
                .as(role)
                .isEqualTo(Map.of("rest", held, "servlet", held, "security", held, "ejb", held));
    }

    private static String zooKeeper() {
        return Cognito.alice().groups("users", "zoo").scopes("openid").accessToken();
    }

    private Map<String, String> caller(String token) {
        Answer answer = Call.to(war, "api/caller").bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.lines();
    }
}
