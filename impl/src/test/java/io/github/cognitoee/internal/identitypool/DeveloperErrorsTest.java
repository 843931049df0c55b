package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.POOL;
import static io.github.cognitoee.internal.identitypool.TestCallers.vouchedFor;
import static io.github.cognitoee.internal.identitypool.TestCallers.vouching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class DeveloperErrorsTest {

    private static final String OPERATION = "GetOpenIdTokenForDeveloperIdentity";
    private static final IdentityPoolConfig CONFIG = vouching(Map.of());

    private final DeveloperErrors errors =
            new DeveloperErrors(CONFIG, CONFIG.developer().orElseThrow(), new PoolErrors(CONFIG, new TakenTokens()));

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "UnrecognizedClientException", "InvalidSignatureException"})
    void credentialsThatDoNotAllowTheCallAreToldWithThePermission(String code) {
        CognitoException refused = errors.of(error(code, "no"), vouchedFor("sam"));

        assertThat(refused)
                .hasMessage("Identity pool " + POOL + " refused " + OPERATION + ": " + code
                        + ": no. The AWS credentials"
                        + " that the SDK finds on the server must be good, and allow cognito-identity:" + OPERATION
                        + " on the identity pool " + POOL + ".");
        assertThat(reason(refused)).isEqualTo(IdentityPoolRefusal.APPLICATION_NOT_PERMITTED);
    }

    @Test
    void aServerWithoutCredentialsIsToldWhatItNeeds() {
        CognitoException refused = errors.of(
                OPERATION,
                SdkClientException.create("Unable to load credentials from any of the providers in the chain"));

        assertThat(refused)
                .hasMessage(
                        OPERATION + " is signed with the application's own AWS credentials, and the server has none:"
                                + " give it some where the default chain of the AWS SDK looks, which allow"
                                + " cognito-identity:"
                                + OPERATION);
        assertThat(reason(refused)).isEqualTo(IdentityPoolRefusal.APPLICATION_NOT_PERMITTED);
    }

    @Test
    void anIdentityPoolOutOfReachIsUnavailable() {
        assertThat(errors.of(OPERATION, SdkClientException.create("connection refused")))
                .isInstanceOf(CognitoUnavailableException.class)
                .hasMessage("Identity pool " + POOL + " cannot be reached for " + OPERATION + ": SdkClientException");
    }

    @Test
    void anotherProviderNameIsToldWithTheKey() {
        CognitoException refused = errors.of(
                error(
                        "InvalidParameterException",
                        "This identity pool does not support the specified developer provider."),
                vouchedFor("sam"));

        assertThat(refused)
                .hasMessageEndingWith(" cognito.identity-pool.developer.provider is login.example.app, and must be the"
                        + " identity pool's DeveloperProviderName, which cannot be changed once it is set.");
        assertThat(reason(refused)).isEqualTo(IdentityPoolRefusal.PROVIDER_UNKNOWN);
    }

    @Test
    void anIdentityThatIsToBeLinkedAndIsGoneIsStale() {
        assertThat(errors.of(error("ResourceNotFoundException", "Identity 'x' not found."), vouchedFor("sam")))
                .isInstanceOf(StaleIdentityException.class)
                .hasMessageEndingWith("Identity 'x' not found. It was deleted since the pool gave it out.");
    }

    @Test
    void anIdentityThatIsLookedUpAndIsNoneIsToldOf() {
        PoolError error =
                new PoolError("LookupDeveloperIdentity", "ResourceNotFoundException", "Identity 'x' not found.", 400);

        assertThat(reason(errors.of(error, vouchedFor("sam")))).isEqualTo(IdentityPoolRefusal.IDENTITY_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, IdentityPool 'x' not found., POOL_UNKNOWN",
        "ResourceConflictException, no, LOGIN_CONFLICT",
        "InvalidParameterException, a tag is too long, OTHER"
    })
    void whatElseIsRefusedHasAReason(String code, String message, IdentityPoolRefusal reason) {
        assertThat(reason(errors.of(error(code, message), vouchedFor("sam")))).isEqualTo(reason);
    }

    @Test
    void aUserOfAnotherIdentityMakesTheIdentityIdStale() {
        assertThat(errors.of(error("DeveloperUserAlreadyRegisteredException", "taken"), vouchedFor("sam")))
                .isInstanceOf(StaleIdentityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TooManyRequestsException", "InternalErrorException"})
    void whatMayPassIsUnavailable(String code) {
        assertThat(errors.of(error(code, "later"), vouchedFor("sam"))).isInstanceOf(CognitoUnavailableException.class);
    }

    private static PoolError error(String code, String message) {
        return new PoolError(OPERATION, code, message, 400);
    }

    private static IdentityPoolRefusal reason(CognitoException refused) {
        return ((IdentityPoolRefusedException) refused).reason();
    }
}
