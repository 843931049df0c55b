package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class PoolErrorsTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";
    private static final String UNSUPPORTED = "Token is not from a supported provider of this identity pool.";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/Admins";
    private static final String USERS = "arn:aws:iam::123456789012:role/Users";
    private static final Optional<String> NO_ROLE = Optional.empty();

    private final TakenTokens taken = new TakenTokens();
    private final PoolErrors errors = new PoolErrors(config(Optional.empty()), taken);

    @Test
    void withoutAnyTokenTakenNeitherUserPoolNorClientIsSeenToBeListed() {
        assertRefused(
                notAuthorized(UNSUPPORTED),
                IdentityPoolRefusal.PROVIDER_UNKNOWN,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + UNSUPPORTED
                        + " Its authentication providers (CognitoIdentityProviders) must list the user pool and the app"
                        + " client: ProviderName " + PROVIDER
                        + ", ClientId web. Neither is seen to be listed so far.");
    }

    @Test
    void whereAnotherClientsTokenWasTakenTheClientIsMissing() {
        taken.add(PROVIDER, "mobile");

        assertRefused(
                notAuthorized(UNSUPPORTED),
                IdentityPoolRefusal.CLIENT_UNKNOWN,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + UNSUPPORTED
                        + " It takes tokens of other app clients of this user pool: add ProviderName " + PROVIDER
                        + ", ClientId web to its authentication providers (CognitoIdentityProviders).");
    }

    @Test
    void whereThisClientsTokenWasTakenTheClientWasRemoved() {
        taken.add(PROVIDER, "web");

        assertRefused(
                notAuthorized(UNSUPPORTED),
                IdentityPoolRefusal.CLIENT_UNKNOWN,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + UNSUPPORTED
                        + " It took tokens of this app client before: somebody has removed ProviderName " + PROVIDER
                        + ", ClientId web from its authentication providers (CognitoIdentityProviders).");
    }

    @Test
    void anotherLoginsKeyThanTheUserPoolsIsSuspectedFirst() {
        PoolErrors withKey = new PoolErrors(config(Optional.of("login.example.com")), taken);

        assertThat(withKey.of(notAuthorized(UNSUPPORTED), caller(), NO_ROLE))
                .hasMessage("Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + UNSUPPORTED
                        + " cognito.identity-pool.logins-key is login.example.com, and the token's user pool is known"
                        + " as "
                        + PROVIDER + ": remove the key, unless the identity pool lists the other.");
    }

    @Test
    void anIssuerThatIsNotTheProvidersIsNamedWithTheKeyToSet() {
        assertRefused(
                notAuthorized("Invalid login token. Issuer doesn't match providerName"),
                IdentityPoolRefusal.PROVIDER_UNKNOWN,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: Invalid login token. Issuer doesn't"
                        + " match providerName. The token's issuer is"
                        + " https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI, and it"
                        + " was presented"
                        + " as one"
                        + " of " + PROVIDER + ": set cognito.identity-pool.logins-key to the provider name that the"
                        + " identity pool lists for this issuer.");
    }

    @ParameterizedTest
    @CsvSource({
        "Token is not from a supported provider of this identity pool., true",
        "Invalid login token. Issuer doesn't match providerName, true",
        "Invalid login token. Couldn't verify signed token., false",
        "Token has been revoked., false",
        "Logins don't match. Please include at least one valid login for this identity or identity pool., true",
    })
    void onlyWhatEveryTokenOfTheAppClientIsRefusedForIsToldOfTheClient(String message, boolean isOfClient) {
        assertThat(errors.of(notAuthorized(message), caller(), NO_ROLE) instanceof UnlistedClientException)
                .isEqualTo(isOfClient);
    }

    @Test
    void aTokenThatHasExpiredThereIsToBeSentAnew() {
        assertThat(errors.of(
                        notAuthorized("Invalid login token. Token expired: 1795172400 >= 1795172399"),
                        caller(),
                        NO_ROLE))
                .isInstanceOf(IdTokenRequiredException.class)
                .hasMessage(
                        "Identity pool " + POOL + " refused GetId: NotAuthorizedException: Invalid login token. Token"
                                + " expired: 1795172400 >= 1795172399. By the clock of this server it"
                                + " is good until 2026-11-20T11:00:00Z: have the client send a new"
                                + " one, and see that the server's clock is right.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid login token. Token has been revoked.", "User is disabled."})
    void aSignInThatDoesNotHoldIsTold(String message) {
        assertThat(reason(errors.of(notAuthorized(message), caller(), NO_ROLE)))
                .isEqualTo(IdentityPoolRefusal.SIGNED_OUT);
    }

    @Test
    void aRefusalOfARoleNamesIt() {
        assertRefused(
                errors.of(notAuthorized("The custom role is not allowed."), caller(), Optional.of(ADMINS)),
                IdentityPoolRefusal.ROLE_NOT_HELD,
                "Identity pool " + POOL
                        + " refused GetId: NotAuthorizedException: The custom role is not allowed. The role"
                        + " that was asked for is " + ADMINS
                        + ": it must be one of cognito:roles of the token, which are"
                        + " [" + ADMINS + "], or of a rule that matches, and the pool must map roles.");
    }

    @Test
    void aRefusalThatDoesNotSpeakOfTheRoleIsNotPutDownToIt() {
        assertRefused(
                errors.of(notAuthorized("The identity pool is closed."), caller(), Optional.of(ADMINS)),
                IdentityPoolRefusal.OTHER,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: The identity pool is closed.");
    }

    @Test
    void ofSeveralRolesWithoutAPreferenceBothCausesAreTold() {
        assertAmbiguous(
                caller(Map.of("cognito:roles", List.of(ADMINS, USERS))),
                " The token names the roles [" + ADMINS + ", " + USERS
                        + "] and prefers none: for a role mapping of type"
                        + " Token give the groups different precedences, or ask for one of the roles by withRole.");
    }

    @Test
    void whereTheTokenNamesNoRoleThatIsTold() {
        assertAmbiguous(
                caller(Map.of()),
                " The token names no role: a role mapping of type Token has none to give, so give a group of the caller"
                        + " a role.");
    }

    @Test
    void whereTheTokenDecidesItMustBeTheRules() {
        String told = " The token decides for a role, so that a role mapping of type Token would have given it.";

        assertAmbiguous(caller(), told);
        assertAmbiguous(caller(Map.of("cognito:roles", List.of(ADMINS, USERS), "cognito:preferred_role", USERS)), told);
    }

    private void assertAmbiguous(Applicant caller, String ofTheToken) {
        assertRefused(
                errors.of(
                        notAuthorized("The ambiguous role mapping rules for: x denied this request."), caller, NO_ROLE),
                IdentityPoolRefusal.AMBIGUOUS_ROLE,
                "Identity pool " + POOL
                        + " refused GetId: NotAuthorizedException: The ambiguous role mapping rules for: x"
                        + " denied this request." + ofTheToken + " Of a role mapping of type Rules no rule matches the"
                        + " token: add one that does. Either type falls back to the pool's own role with"
                        + " AmbiguousRoleResolution=AuthenticatedRole.");
    }

    @Test
    void aRoleThatDoesNotTrustThePoolIsToldWithThePolicyItNeeds() {
        PoolError error = new PoolError(
                "GetCredentialsForIdentity",
                "InvalidIdentityPoolConfigurationException",
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
                400);

        assertThat(errors.of(error, caller(), Optional.of(ADMINS)))
                .hasMessage("Identity pool " + POOL + " refused GetCredentialsForIdentity:"
                        + " InvalidIdentityPoolConfigurationException: Invalid identity"
                        + " pool configuration. Check assigned IAM roles for this pool."
                        + " The identity pool needs a role for callers who are"
                        + " authenticated, and the trust policy of the role " + ADMINS
                        + " must allow sts:AssumeRoleWithWebIdentity, and"
                        + " sts:TagSession where the pool has attributes for access control, to"
                        + " cognito-identity.amazonaws.com with " + POOL
                        + " in cognito-identity.amazonaws.com:aud and authenticated in"
                        + " cognito-identity.amazonaws.com:amr.");
        assertThat(errors.of(error, Applicant.GUEST, NO_ROLE)).hasMessageContaining("callers who are unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "GetCredentialsForIdentity, ResourceNotFoundException, Identity 'x' not found.",
        "GetCredentialsForIdentity, NotAuthorizedException, Access to Identity 'x' is forbidden.",
        "GetCredentialsForIdentity, NotAuthorizedException, Logins don't match. Please include at least one."
    })
    void anIdentityIdThatIsNotTheCallersAnyMoreIsStale(String operation, String code, String message) {
        assertThat(errors.of(new PoolError(operation, code, message, 400), caller(), NO_ROLE))
                .isInstanceOf(StaleIdentityException.class);
    }

    @Test
    void loginsThatDoNotMatchBeforeThereIsAnIdentityAreOfAnotherPoolOrProvider() {
        String message =
                "Logins don't match. Please include at least one valid login for this identity or identity pool.";

        assertRefused(
                notAuthorized(message),
                IdentityPoolRefusal.PROVIDER_UNKNOWN,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + message
                        + " See that cognito.identity-pool.id, which is " + POOL + ", is the right one, and that this"
                        + " pool's authentication providers (CognitoIdentityProviders) list ProviderName " + PROVIDER
                        + ", ClientId web.");
    }

    @Test
    void whatGotNoAnswerIsToldByItsKindWithoutACauseThatMayQuoteTokens() {
        SdkClientException unreadable = SdkClientException.create("eyJhbGciOiJub25lIn0", new IOException("secret"));

        assertThat(errors.unreachable("GetId", unreadable))
                .isExactlyInstanceOf(CognitoUnavailableException.class)
                .hasMessage(
                        "Identity pool " + POOL + " cannot be reached for GetId: SdkClientException, by IOException")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, POOL_UNKNOWN",
        "ResourceConflictException, LOGIN_CONFLICT",
        "InvalidParameterException, OTHER"
    })
    void whatElseIsRefusedHasAReason(String code, IdentityPoolRefusal reason) {
        assertThat(reason(errors.of(new PoolError("GetId", code, "no", 400), caller(), NO_ROLE)))
                .isEqualTo(reason);
    }

    @Test
    void aPoolThatDoesNotAllowTheClassicFlowIsToldWithTheWaysOut() {
        PoolError error = new PoolError(
                "GetOpenIdToken",
                "InvalidParameterException",
                "Basic (classic) flow is not enabled, please use enhanced flow.",
                400);

        assertRefused(
                errors.of(error, caller(), NO_ROLE),
                IdentityPoolRefusal.CLASSIC_FLOW_OFF,
                "Identity pool " + POOL
                        + " refused GetOpenIdToken: InvalidParameterException: Basic (classic) flow is not enabled,"
                        + " please use enhanced flow. Have the identity pool allow it (AllowClassicFlow) and map no"
                        + " roles, or set cognito.identity-pool.flow=ENHANCED.");
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 400",
        "LimitExceededException, 400",
        "ExternalServiceException, 400",
        "InternalErrorException, 500",
        "SomethingNew, 503"
    })
    void whatMayPassIsUnavailable(String code, int status) {
        assertThat(errors.of(new PoolError("GetId", code, "later", status), caller(), NO_ROLE))
                .isInstanceOf(CognitoUnavailableException.class)
                .hasMessageStartingWith("Identity pool " + POOL + " cannot answer GetId now: " + code + ": later");
    }

    @Test
    void whereLoginsElsewhereAreShownTooAllProvidersAreNamed() {
        Applicant linked = linked();

        assertThat(errors.of(notAuthorized(UNSUPPORTED), linked, NO_ROLE))
                .hasMessage("Identity pool " + POOL + " refused GetId: NotAuthorizedException: " + UNSUPPORTED
                        + " The logins that were shown are of [" + PROVIDER
                        + ", accounts.google.com]: the identity pool"
                        + " must list each of them, under this name and with the client that its token is for"
                        + " (SupportedLoginProviders, OpenIdConnectProviderARNs, SamlProviderARNs;"
                        + " CognitoIdentityProviders for a user pool).");
        assertThat(errors.of(notAuthorized("Invalid login token. Token expired: 2 >= 1"), linked, NO_ROLE))
                .isInstanceOf(IdTokenRequiredException.class)
                .hasMessageEndingWith(
                        " The logins that were shown are of [" + PROVIDER + ", accounts.google.com]: have the"
                                + " caller, or the bean of type LoginSource that supplies the token, bring a new one.");
    }

    @Test
    void aTokenFromElsewhereThatIsNoneIsTheBeans() {
        assertRefused(
                errors.of(notAuthorized("Invalid login token. Token signature invalid"), linked(), NO_ROLE),
                IdentityPoolRefusal.OTHER,
                "Identity pool " + POOL + " refused GetId: NotAuthorizedException: Invalid login token. Token signature"
                        + " invalid. The logins that were shown are of [" + PROVIDER
                        + ", accounts.google.com]: see what the"
                        + " bean of type LoginSource supplies as a token.");
    }

    private static Applicant linked() {
        return Applicant.of(caller().idToken().orElseThrow(), List.of(TestCallers.google("alice")));
    }

    private void assertRefused(PoolError error, IdentityPoolRefusal reason, String message) {
        assertRefused(errors.of(error, caller(), NO_ROLE), reason, message);
    }

    private static void assertRefused(CognitoException refused, IdentityPoolRefusal reason, String message) {
        assertThat(refused).hasMessage(message);
        assertThat(reason(refused)).isEqualTo(reason);
    }

    private static IdentityPoolRefusal reason(CognitoException refused) {
        return ((IdentityPoolRefusedException) refused).reason();
    }

    private static PoolError notAuthorized(String message) {
        return new PoolError("GetId", "NotAuthorizedException", message, 400);
    }

    private static Applicant caller() {
        return caller(Map.of("cognito:roles", List.of(ADMINS)));
    }

    private static Applicant caller(Map<String, Object> claims) {
        return Applicant.of(new IdToken(verified(idToken(claims))));
    }

    private static IdentityPoolConfig config(Optional<String> loginsKey) {
        return IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
                .loginsKey(loginsKey)
                .build();
    }
}
