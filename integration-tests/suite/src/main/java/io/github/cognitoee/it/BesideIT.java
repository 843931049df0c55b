package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.beside.BesideApplication;
import io.github.cognitoee.it.beside.FirstStore;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application's own filters, exception mappers, identity stores and libraries neither weaken the library nor suffer from it. */
@ExtendWith(ArquillianExtension.class)
class BesideIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Wars.withJacksonAndNimbus(BesideApplication.class);
        war.deleteClass(FirstStore.class); // what comes of it is FirstStoreIT's
        return war;
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "users", "everything"})
    void storeThatVouchesForEverythingLetsNoBadTokenIn(String door) {
        assertThat(get(door, Cognito.alice().expired().accessToken()).status()).isEqualTo(401);
        assertThat(get(door, Cognito.alice().signedWithForeignKey().accessToken())
                        .status())
                .isEqualTo(401);
        assertThat(get(door, Cognito.alice().ofUnknownPool().accessToken()).status())
                .isEqualTo(401);
        assertThat(get(door, "garbage").status()).isEqualTo(401);
    }

    @Test
    void itDoesNotReplaceTheCallerOfAGoodTokenEither() {
        assertThat(get("users", Cognito.alice().accessToken()).body()).isEqualTo("alice");
        assertThat(get("everything", Cognito.alice().accessToken()).status()).isEqualTo(403);
    }

    @Test
    void storeThatProvidesGroupsAddsRoles() {
        assertThat(get("staff", Cognito.alice().accessToken()).body()).isEqualTo("alice");
        assertThat(get("staff", Cognito.admin().accessToken()).status()).isEqualTo(403);
        assertThat(get("users", Cognito.alice().accessToken()).body()).isEqualTo("alice");
    }

    @Test
    void refusalsDoNotPassThroughTheApplicationsMappers() {
        Answer anonymous = Call.to(war, "api/doors/users").get();
        Answer forbidden = get("admins", Cognito.alice().accessToken());

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.challenge()).isEqualTo("Bearer realm=\"cognito\"");
        assertThat(forbidden.status()).isEqualTo(403);
    }

    @Test
    void mappersStillMapWhatTheApplicationThrows() {
        Answer broken = get("broken", Cognito.alice().accessToken());

        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("mapped Throwable");
    }

    @Test
    void filterThatReplacesTheSecurityContextOpensNoDoor() {
        assertThat(Call.to(war, "api/doors/users")
                        .header("X-Impostor", "yes")
                        .get()
                        .status())
                .isEqualTo(401);
        assertThat(Call.to(war, "api/doors/admins")
                        .header("X-Impostor", "yes")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nameBoundFilterSeesTheCaller() {
        assertThat(get("users", Cognito.alice().accessToken()).header("X-Stamp"))
                .contains("alice");
    }

    @Test
    void theApplicationsJacksonAndItsNimbusWorkBesideOurs() {
        assertThat(get("card", Cognito.alice().accessToken()).body())
                .isEqualTo("{\"called\":\"alice\",\"client\":\"demo0client0of0photo0album\"}");
    }

    private Answer get(String door, String token) {
        return Call.to(war, "api/doors/" + door).bearer(token).get();
    }
}
