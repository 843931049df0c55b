package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.roles.RolesApplication;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles hold on REST, Servlets and EJBs, with nothing but one annotation in the WAR. */
@ExtendWith(ArquillianExtension.class)
class RolesIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RolesApplication.class);
    }

    /** Each guarded in another way; all of them answer GET. */
    static Stream<String> pathsForAdmins() {
        return Stream.of(
                "api/methods/admins",
                "api/class/inherited",
                "api/albums/summer",
                "api/notes/find?id=1",
                "api/stateless/admins",
                "api/ejb/methods/admins",
                "api/ejb/class/inherited",
                "servlet/admins");
    }

    static Stream<String> pathsForEveryone() {
        return Stream.of(
                "api/methods/everyone",
                "api/methods/unannotated",
                "api/class/everyone",
                "api/stateless/everyone",
                "api/ejb/methods/everyone",
                "api/ejb/class/everyone",
                "servlet/open",
                "servlet/methods");
    }

    @ParameterizedTest
    @MethodSource("pathsForAdmins")
    void adminMayCallWhatIsForAdmins(String path) {
        assertThat(asAdmin(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("pathsForAdmins")
    void callerOfAnotherGroupIsForbiddenWhatIsForAdmins(String path) {
        assertThat(asAlice(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/methods/admins",
                "api/methods/users",
                "api/methods/nobody",
                "api/methods/anybody",
                "api/class/inherited",
                "api/albums/summer",
                "api/notes/find?id=1",
                "api/stateless/admins",
                "servlet/admins"
            })
    void anonymousCallerIsChallenged(String path) {
        Answer answer = anonymously(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).matches("Bearer realm=\"[^\"]+\"");
    }

    @ParameterizedTest
    @MethodSource("pathsForEveryone")
    void anonymousCallerMayCallWhatIsForEveryone(String path) {
        assertThat(anonymously(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("pathsForEveryone")
    void signedInCallerMayCallWhatIsForEveryone(String path) {
        assertThat(asAlice(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/methods/nobody", "api/ejb/methods/nobody", "servlet/nobody"})
    void notEvenAdminMayCallWhatIsForNobody(String path) {
        assertThat(asAdmin(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/ejb/methods/admins", "api/ejb/class/inherited", "api/ejb/methods/nobody"})
    void ejbRefusesAnonymousCallerBehindAnOpenResource(String path) {
        assertThat(anonymously(path).status()).isEqualTo(403);
    }

    @Test
    void anybodySignedInMayCallWhatIsForAnybodySignedIn() {
        String withoutGroups = Cognito.alice().groups().accessToken();

        assertThat(Call.to(war, "api/methods/anybody")
                        .bearer(withoutGroups)
                        .get()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void memberOfTheGroupMayCallWhatIsForUsers() {
        Answer answer = asAlice("api/methods/users");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("for users");
    }

    @Test
    void callerWithoutGroupsIsForbiddenWhatIsForUsers() {
        String token = Cognito.alice().groups().accessToken();

        assertThat(Call.to(war, "api/methods/users").bearer(token).get().status())
                .isEqualTo(403);
    }

    @Test
    void servletMethodForAdminsIsForbiddenToOthers() {
        assertThat(postAs(Cognito.alice().accessToken()).status()).isEqualTo(403);
    }

    @Test
    void servletMethodForAdminsIsOpenToAdmin() {
        Answer answer = postAs(Cognito.admin().accessToken());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST done");
    }

    @Test
    void servletMethodForAdminsChallengesAnonymousCaller() {
        Answer answer = Call.to(war, "servlet/methods").send("POST");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).matches("Bearer realm=\"[^\"]+\"");
    }

    @Test
    void servletMethodForNobodyIsForbiddenToAdmin() {
        Answer answer = Call.to(war, "servlet/methods")
                .bearer(Cognito.admin().accessToken())
                .send("DELETE");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void openServletKnowsItsSignedInCaller() {
        assertThat(asAlice("servlet/open").body()).isEqualTo("called by alice");
    }

    @Test
    void openServletHasNoCallerWithoutToken() {
        assertThat(anonymously("servlet/open").body()).isEqualTo("called by nobody");
    }

    @Test
    void everyApiKnowsTheRoleOfTheCaller() {
        assertThat(asAlice("api/me/in-role/users").lines())
                .isEqualTo(Map.of("rest", "true", "servlet", "true", "security", "true", "ejb", "true"));
    }

    @Test
    void noApiGrantsARoleTheCallerHasNot() {
        assertThat(asAlice("api/me/in-role/admins").lines())
                .isEqualTo(Map.of("rest", "false", "servlet", "false", "security", "false", "ejb", "false"));
    }

    @Test
    void noApiGrantsARoleToAnonymousCaller() {
        assertThat(anonymously("api/me/in-role/users").lines())
                .isEqualTo(Map.of("rest", "false", "servlet", "false", "security", "false", "ejb", "false"));
    }

    @Test
    void everyApiNamesTheCallerByUserName() {
        assertThat(asAlice("api/me/name").lines())
                .isEqualTo(Map.of("rest", "alice", "servlet", "alice", "security", "alice", "ejb", "alice"));
    }

    @Test
    void injectedCallerTellsIssuerUserNameAndGroups() {
        Map<String, String> caller = asAdmin("api/me").lines();

        assertThat(caller)
                .containsEntry("anonymous", "false")
                .containsEntry("issuer", Cognito.ISSUER)
                .containsEntry("username", "admin")
                .containsEntry("groups", "admins,users");
        assertThat(caller.get("sub")).matches("[0-9a-f-]{36}");
    }

    @Test
    void injectedCallerTellsTheSubOfTheToken() {
        String sub = "8f14e45f-0000-4000-8000-000000000007";
        String token = Cognito.alice().withClaim("sub", sub).accessToken();

        assertThat(Call.to(war, "api/me").bearer(token).get().lines()).containsEntry("sub", sub);
    }

    @Test
    void injectedCallerIsAnonymousWithoutToken() {
        assertThat(anonymously("api/me").lines())
                .isEqualTo(Map.of("anonymous", "true", "issuer", "", "sub", "", "username", "", "groups", ""));
    }

    @Test
    void groupThatCognitoAddsForAFederatedProviderIsNoRole() {
        String token =
                Cognito.alice().groups("users", "eu-west-1_CognitoEE_Google").accessToken();

        assertThat(Call.to(war, "api/me").bearer(token).get().lines()).containsEntry("groups", "users");
    }

    private Answer anonymously(String path) {
        return Call.to(war, path).get();
    }

    private Answer asAlice(String path) {
        return Call.to(war, path).bearer(Cognito.alice().accessToken()).get();
    }

    private Answer asAdmin(String path) {
        return Call.to(war, path).bearer(Cognito.admin().accessToken()).get();
    }

    private Answer postAs(String token) {
        return Call.to(war, "servlet/methods").bearer(token).send("POST");
    }
}
