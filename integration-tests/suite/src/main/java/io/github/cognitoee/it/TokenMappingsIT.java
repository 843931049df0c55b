package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.recovery.RecoveryApplication;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The identity pool chooses roles by rules, and makes session tags, of what a token says. */
@ExtendWith(ArquillianExtension.class)
class TokenMappingsIT {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000005";
    private static final String USERS = "arn:aws:iam::123456789012:role/PhotoAlbumUsers";
    private static final String SALES = "arn:aws:iam::123456789012:role/Sales";
    private static final String MANAGERS = "arn:aws:iam::123456789012:role/Managers";
    private static final String MAPPED = "arn:aws:iam::123456789012:role/Mapped";
    private static final String OTHER_POOL_USERS = "arn:aws:iam::123456789012:role/OtherPoolUsers";
    private static final String DENIED =
            "AMBIGUOUS_ROLE: Identity pool " + POOL + " refused GetCredentialsForIdentity: NotAuthorizedException: The"
                    + " ambiguous role mapping rules for: cognito-idp.eu-west-1.amazonaws.com/";
    private static final String NO_RULE =
            " Of a role mapping of type Rules no rule matches the token: add one that does. Either type falls back to the"
                    + " pool's own role with AmbiguousRoleResolution=AuthenticatedRole.";

    @ArquillianResource
    private URL war;

    private final TokenRecipe newcomer = Cognito.newcomer();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                RecoveryApplication.class,
                Map.of("cognito.identity-pool.id", POOL, "cognito.identity-pool.check-roles", "false"));
    }

    @BeforeAll
    static void tagSessions() {
        IdentityPools.tagSessions(POOL, Map.of("team", "custom:team"));
    }

    /** The token prefers another. */
    @Test
    void ruleThatMatchesGivesItsRole() {
        assertThat(told("/role", inSales(newcomer))).isEqualTo("BY_POOL " + SALES);
    }

    @Test
    void firstOfTwoRulesThatMatchGivesItsRole() {
        assertThat(told("/role", inSales(Cognito.admin()))).isEqualTo("BY_POOL " + SALES);
        assertThat(told("/role", Cognito.admin())).isEqualTo("BY_POOL " + MANAGERS);
    }

    /** The library does not refuse it, which the token does not name. */
    @Test
    void callerOfTwoRulesMayAskForTheRoleOfTheSecond() {
        assertThat(told("/role?role=" + MANAGERS, inSales(Cognito.admin()))).isEqualTo("REQUESTED " + MANAGERS);
    }

    @Test
    void roleOfARuleThatDoesNotMatchIsRefusedByThePool() {
        assertThat(told("/role?role=" + MANAGERS, inSales(newcomer)))
                .startsWith("ROLE_NOT_HELD: Identity pool " + POOL + " refused GetCredentialsForIdentity:")
                .endsWith(" The role that was asked for is " + MANAGERS + ": it must be one of cognito:roles of the"
                        + " token, which are [" + USERS
                        + "], or of a rule that matches, and the pool must map roles.");
    }

    @Test
    void callerWhomNoRuleMatchesHasThePoolsOwnRoleWhereThatIsSet() {
        assertThat(told("/role", newcomer.client(Cognito.OTHER_CLIENT))).isEqualTo("BY_POOL " + MAPPED);
    }

    @Test
    void callerWhomNoRuleMatchesIsRefusedWhereThatIsSet() {
        assertThat(told("/role", newcomer))
                .isEqualTo(
                        DENIED + "eu-west-1_CognitoEE denied this request. The token decides for a role, so that a role"
                                + " mapping of type Token would have given it." + NO_RULE);
    }

    @Test
    void tokenThatDoesNotDecideIsRefusedWhereThatIsSet() {
        List<String> roles = List.of(OTHER_POOL_USERS, MAPPED);
        TokenRecipe undecided = Cognito.aliceOfTheOtherPool()
                .withoutClaim("cognito:preferred_role")
                .withClaim("cognito:roles", roles);

        assertThat(told("/role", undecided))
                .isEqualTo(DENIED + "eu-west-1_OtherPool denied this request. The token names the roles " + roles
                        + " and prefers none: for a role mapping of type Token give the groups different precedences,"
                        + " or ask for one of the roles by withRole." + NO_RULE);
        assertThat(told("/role?role=" + MAPPED, undecided)).isEqualTo("REQUESTED " + MAPPED);
    }

    @Test
    void callersReachWhatTheirOwnTagsOpen() {
        String red = told("/key", inTeam("red", newcomer));
        String blue = told("/key", inTeam("blue", Cognito.lena()));
        String none = told("/key", Cognito.fred().client(Cognito.OTHER_CLIENT));

        assertThat(List.of(mayRead(red, "red"), mayRead(red, "blue"))).containsExactly(true, false);
        assertThat(List.of(mayRead(blue, "red"), mayRead(blue, "blue"))).containsExactly(false, true);
        assertThat(List.of(mayRead(none, "red"), mayRead(none, "blue"))).containsExactly(false, false);
    }

    /** The first token is as good as the second, to Cognito as to the library. */
    @Test
    void callerWhoseClaimChangedReachesTheOtherFromTheNextTokenOn() {
        told("/key", inTeam("red", newcomer));

        String after = told("/key", inTeam("blue", newcomer));

        assertThat(IdentityPools.issued(after).sessionTags()).isEqualTo(Map.of("team", "blue"));
        assertThat(List.of(mayRead(after, "red"), mayRead(after, "blue"))).containsExactly(false, true);
    }

    private static TokenRecipe inSales(TokenRecipe somebody) {
        return somebody.withClaim("custom:department", "sales");
    }

    /** In the pool's own role, whose policy asks for the tag. */
    private static TokenRecipe inTeam(String team, TokenRecipe somebody) {
        return somebody.client(Cognito.OTHER_CLIENT).withClaim("custom:team", team);
    }

    private static boolean mayRead(String accessKey, String team) {
        return IdentityPools.allows(accessKey, "s3:GetObject", "arn:aws:s3:::reports/" + team + "/2026.pdf");
    }

    private String told(String path, TokenRecipe somebody) {
        Answer answer =
                Call.to(war, "api/identity" + path).bearer(somebody.idToken()).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
