package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.chosen.ByPath;
import io.github.cognitoee.it.chosen.ChosenDefinition;
import io.github.cognitoee.it.handlers.IdleByStereotype;
import io.github.cognitoee.it.handlers.IdleHandler;
import io.github.cognitoee.it.handlers.SelectedByStereotype;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Refusals;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.refused.BasicMechanism;
import io.github.cognitoee.it.refused.OneDefinition;
import io.github.cognitoee.it.refused.OwnMechanism;
import io.github.cognitoee.it.several.SeveralDefinition;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On Jakarta EE 11 Cognito's mechanism stands beside others: the library chooses between two, a handler between more. */
@Tag("ee11")
@ExtendWith(ArquillianExtension.class)
class SeveralMechanismsIT {

    private static final String BOB = basic("bob", "Bob-Passw0rd");

    @ArquillianResource
    @OperateOnDeployment("several")
    private URL several;

    @ArquillianResource
    @OperateOnDeployment("chosen")
    private URL chosen;

    @ArquillianResource
    @OperateOnDeployment("by-stereotype")
    private URL byStereotype;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "several", testable = false)
    static WebArchive several() {
        return Wars.of(SeveralDefinition.class);
    }

    @Deployment(name = "chosen", testable = false)
    static WebArchive chosen() {
        return Wars.of(ChosenDefinition.class);
    }

    @Deployment(name = "three-mechanisms", managed = false, testable = false)
    static WebArchive threeMechanisms() {
        return Wars.of("three-mechanisms", Map.of(), OneDefinition.class, BasicMechanism.class, OwnMechanism.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/who", "pages/who"})
    void withoutAHandlerATokenIsCognitosAndAPasswordTheOthers(String path) {
        assertThat(Call.to(several, path)
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .body())
                .isEqualTo("alice, Cognito's");
        assertThat(Call.to(several, path).header("Authorization", BOB).get().body())
                .isEqualTo("bob, not Cognito's");
    }

    @Test
    void withoutAHandlerABadTokenIsRefusedAndNoOtherMechanismAsked() {
        Answer refused = Call.to(several, "pages/who")
                .bearer(Cognito.alice().expired().accessToken())
                .get();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(
                        challenge -> assertThat(challenge).startsWith("Bearer ").contains("error=\"invalid_token\""));
    }

    @Test
    void withoutAHandlerWhoeverComesByIsAGuestOfOnesOwn() {
        Answer guest = Call.to(several, "pages/guest").get();

        assertThat(guest.status()).as(guest.body()).isEqualTo(200);
        assertThat(guest.body()).startsWith("ASIA");
        assertThat(Call.to(several, "pages/guest")
                        .header("Authorization", BOB)
                        .get()
                        .body())
                .startsWith("ASIA")
                .isNotEqualTo(guest.body());
    }

    @Test
    void withoutAHandlerWhoeverSignsOutIsKnownNoMoreByWhicheverTheyCameIn() {
        assertThat(Call.to(several, "pages/logout")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .body())
                .isEqualTo("alice, Cognito's; then nobody, not Cognito's");
        assertThat(Call.to(several, "pages/logout")
                        .header("Authorization", BOB)
                        .get()
                        .body())
                .isEqualTo("bob, not Cognito's; then nobody, not Cognito's");
    }

    @Test
    void aTokenAndAPasswordTogetherAreRefused() {
        Answer refused = Call.to(several, "pages/who")
                .header("Authorization", BOB)
                .bearer(Cognito.alice().accessToken())
                .get();

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void withoutAHandlerTheOtherMechanismChallengesWhoeverPresentsNothing() {
        Answer refused = Call.to(several, "pages/who").get();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm=\"people\""));
    }

    @Test
    void aHandlerOfTheApplicationHasTheMechanismInjectedByItsQualifier() {
        assertThat(Call.to(chosen, "api/who")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .body())
                .isEqualTo("alice, Cognito's");
        assertThat(Call.to(chosen, "pages/who")
                        .header("Authorization", BOB)
                        .get()
                        .body())
                .isEqualTo("bob, not Cognito's");
    }

    @Test
    void aHandlerOfTheApplicationHasTheLastWord() {
        assertThat(Call.to(chosen, "api/who").header("Authorization", BOB).get().status())
                .isEqualTo(401);
        assertThat(Call.to(chosen, "pages/who")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"api/logout, alice, Cognito's", "pages/logout, bob, not Cognito's"})
    void aHandlerOfTheApplicationPassesSignOutsOn(String path, String name, String whose) {
        String proof = path.startsWith("api") ? "Bearer " + Cognito.alice().accessToken() : BOB;

        assertThat(Call.to(chosen, path).header("Authorization", proof).get().body())
                .isEqualTo(name + ", " + whose + "; then nobody, not Cognito's");
    }

    @Test
    void moreThanTwoWithoutAHandlerAreToldAtDeployment() throws IOException {
        new Refusals(deployer)
                .assertRefused(
                        "three-mechanisms",
                        List.of("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                                + " @BasicAuthenticationMechanismDefinition on " + BasicMechanism.class.getName()
                                + " and the authentication mechanism " + OwnMechanism.class.getName()
                                + ", and no HttpAuthenticationMechanismHandler of its own that chooses between them;"
                                + " write one, or leave one other mechanism"));
    }

    @Deployment(name = "by-stereotype", testable = false)
    static WebArchive byStereotype() {
        WebArchive war = Wars.of(
                        "by-stereotype", Map.of(), SelectedByStereotype.class, SelectedByStereotype.Chooser.class)
                .addPackage(ChosenDefinition.class.getPackage());
        war.deleteClass(ByPath.class);
        return war;
    }

    @Test
    void aHandlerThatAStereotypeSelectsChoosesToo() {
        assertThat(Call.to(byStereotype, "api/who")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .body())
                .isEqualTo("alice, Cognito's");
        assertThat(Call.to(byStereotype, "pages/who")
                        .header("Authorization", BOB)
                        .get()
                        .body())
                .isEqualTo("bob, not Cognito's");
    }

    @Deployment(name = "idle-handler", managed = false, testable = false)
    static WebArchive idleHandler() {
        return Wars.of("idle-handler", Map.of(), OneDefinition.class, BasicMechanism.class, IdleHandler.class);
    }

    @Test
    void aHandlerThatIsNoAlternativeIsToldAtDeployment() throws IOException {
        assertHandlerRefused("idle-handler", IdleHandler.class);
    }

    @Deployment(name = "idle-by-stereotype", managed = false, testable = false)
    static WebArchive idleByStereotype() {
        return Wars.of(
                "idle-by-stereotype",
                Map.of(),
                OneDefinition.class,
                BasicMechanism.class,
                IdleByStereotype.class,
                IdleByStereotype.Chooser.class);
    }

    @Test
    void soIsOneThatHasItsScopeFromAStereotype() throws IOException {
        assertHandlerRefused("idle-by-stereotype", IdleByStereotype.class);
    }

    private void assertHandlerRefused(String war, Class<?> handler) throws IOException {
        new Refusals(deployer)
                .assertRefused(
                        war,
                        List.of("COG-0013: this application has an HttpAuthenticationMechanismHandler that CDI does not"
                                + " select, and that would choose between no mechanisms: " + handler.getName()
                                + "; annotate it with @Alternative and @Priority(Interceptor.Priority.APPLICATION), or"
                                + " remove it"));
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
