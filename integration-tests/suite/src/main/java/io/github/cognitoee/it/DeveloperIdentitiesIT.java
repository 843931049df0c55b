package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.TokenPair;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.developers.DevelopersApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers without an ID token have credentials where the application vouches for them. */
@ExtendWith(ArquillianExtension.class)
class DeveloperIdentitiesIT {

    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-0000000000d1";
    private static final String IDENTITY = "eu-west-1:[0-9a-f-]{36}";

    @ArquillianResource
    private URL war;

    private final String sub = UUID.randomUUID().toString();
    private final TokenRecipe newcomer = Cognito.alice().withClaim("sub", sub);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(DevelopersApplication.class);
    }

    @Test
    void accessTokenAloneResolvesToTheIdentityOfItsSubject() {
        IssuedCredentials issued = IdentityPools.issued(told("api/identity/key", newcomer.accessToken()));

        assertThat(issued.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/VouchedFor");
        assertThat(issued.identityId()).isEqualTo(told("api/users/identity?user=" + sub));
        assertThat(told("api/identity", newcomer.accessToken())).isEqualTo(issued.identityId());
        assertThat(told("api/identity/captured", newcomer.accessToken())).isEqualTo(issued.identityId());
    }

    @Test
    void claimsBecomePrincipalTags() {
        assertThat(IdentityPools.issued(told("api/identity/key", newcomer.accessToken()))
                        .sessionTags())
                .isEqualTo(Map.of("username", "alice", "client", CLIENT));
    }

    @Test
    void callerWhoseTagsChangedHasNoneOfTheOldOnes() {
        told("api/identity/key", newcomer.accessToken());

        String renamed = newcomer.withClaim("username", "alicia").accessToken();

        assertThat(IdentityPools.issued(told("api/identity/key", renamed)).sessionTags())
                .containsEntry("username", "alicia");
    }

    @Test
    void callerIsTwoCallsOfThePoolWhateverTheyAsk() {
        String token = newcomer.accessToken();
        Cognito.requests().reset();

        told("api/identity/key", token);
        told("api/identity/key", token);
        told("api/identity", token);

        assertThat(Cognito.requests().count("GetOpenIdTokenForDeveloperIdentity"))
                .isEqualTo(1);
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetId")).isZero();
    }

    @Test
    void idTokenIsShownWhereThereIsOne() {
        Cognito.requests().reset();

        assertThat(told("api/identity", newcomer.idToken())).matches(IDENTITY);

        assertThat(Cognito.requests().count("GetId")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetOpenIdTokenForDeveloperIdentity"))
                .isZero();
    }

    @Test
    void badIdTokenIsNoReasonToVouch() {
        TokenPair tokens = newcomer.pair();

        Answer answer = Call.to(war, "api/identity")
                .bearer(tokens.accessToken())
                .header("X-Cognito-Id-Token", Cognito.admin().idToken())
                .get();

        assertThat(answer.body()).startsWith("IdTokenRequiredException: ");
    }

    @Test
    void theSameSubjectInAnotherUserPoolIsSomebodyElse() {
        TokenRecipe other = Cognito.aliceOfTheOtherPool().withClaim("sub", sub);

        String there = told("api/identity", other.accessToken());

        assertThat(there).matches(IDENTITY).isNotEqualTo(told("api/identity", newcomer.accessToken()));
        assertThat(told("api/users/identity?user=eu-west-1_OtherPool/" + sub)).isEqualTo(there);
    }

    @Test
    void machineIsNobodysUser() {
        assertThat(told("api/identity", Cognito.machine().accessToken()))
                .isEqualTo("NO_LOGIN: A machine is calling, client:" + CLIENT
                        + ", which has no ID token: vouch for it by a bean of type DeveloperUsers, with"
                        + " cognito.identity-pool.developer.provider set");
    }

    @Test
    void nobodyIsNobodysUserEither() {
        assertThat(Call.to(war, "api/identity").get().body()).startsWith("CallerRequiredException: ");
    }

    @Test
    void mergedUsersHaveOneIdentityAndNoCredentialsOfTheOther() {
        String otherSub = UUID.randomUUID().toString();
        TokenRecipe other = Cognito.alice().withClaim("sub", otherSub);
        String goes = told("api/identity/key", newcomer.accessToken());
        String stays = told("api/identity/key", other.accessToken());

        String merged = Call.to(war, "api/users/merge?user=" + sub + "&into=" + otherSub)
                .send("POST")
                .body();

        assertThat(merged).isEqualTo(IdentityPools.issued(stays).identityId());
        assertThat(IdentityPools.issued(goes).identityId()).isNotEqualTo(merged);
        assertThat(IdentityPools.issued(told("api/identity/key", newcomer.accessToken()))
                        .identityId())
                .isEqualTo(merged);
        assertThat(told("api/users?identity=" + merged).split(" ")).containsExactlyInAnyOrder(sub, otherSub);
    }

    /** What was issued before goes on until the library next asks. */
    @Test
    void whoWasMergedByOthersHasTheOtherIdentityFromTheNextExchangeOn() {
        String otherSub = UUID.randomUUID().toString();
        String goes = told("api/identity/key", newcomer.accessToken());
        String stays = told(
                "api/identity/key", Cognito.alice().withClaim("sub", otherSub).accessToken());
        String identityId = IdentityPools.issued(stays).identityId();

        IdentityPools.mergeDeveloperUsers(POOL, sub, otherSub);

        assertThat(told("api/identity/key", newcomer.accessToken())).isEqualTo(goes);
        String renamed = newcomer.withClaim("username", "alicia").accessToken();
        assertThat(IdentityPools.issued(told("api/identity/key", renamed)).identityId())
                .isEqualTo(identityId)
                .isNotEqualTo(IdentityPools.issued(goes).identityId());
        assertThat(IdentityPools.issued(told("api/identity/key", newcomer.accessToken()))
                        .identityId())
                .isEqualTo(identityId);
        assertThat(told("api/identity", newcomer.accessToken())).isEqualTo(identityId);
    }

    @Test
    void unlinkedUserHasAnotherIdentity() {
        String before = told("api/identity", newcomer.accessToken());

        String answer = Call.to(war, "api/users?identity=" + before + "&user=" + sub)
                .send("DELETE")
                .body();

        assertThat(answer).isEqualTo("unlinked");
        assertThat(told("api/identity", newcomer.accessToken()))
                .matches(IDENTITY)
                .isNotEqualTo(before);
    }

    @Test
    void whomThePoolDoesNotKnowHasNoIdentity() {
        assertThat(told("api/users/identity?user=nobody")).isEqualTo("none");
        assertThat(told("api/users?identity=eu-west-1:00000000-0000-4000-8000-000000000000"))
                .startsWith("IDENTITY_UNKNOWN: Identity pool " + POOL
                        + " refused LookupDeveloperIdentity: ResourceNotFoundException: ");
    }

    private String told(String path, String token) {
        Answer answer = Call.to(war, path).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String told(String path) {
        Answer answer = Call.to(war, path).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
