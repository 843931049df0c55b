package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsErrorsTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    private static final String REPORTS = "arn:aws:iam::123456789012:role/Reports";
    private static final String REFUSED = "STS refused AssumeRoleWithWebIdentity of role " + REPORTS + ": ";

    private final StsErrors errors = new StsErrors(IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
            .classic(Optional.of(
                    new ClassicConfig(Optional.of(REPORTS), Optional.empty(), Duration.ofHours(2), Optional.of("{}"))))
            .build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ValidationError | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. |"
                        + " cognito.identity-pool.classic.duration is PT2H: shorten it, or raise MaxSessionDuration of the"
                        + " role.",
                "ValidationError | Value at 'policy' failed to satisfy constraint."
                        + " | Correct cognito.identity-pool.classic.policy.",
                "MalformedPolicyDocument | Syntax errors in policy."
                        + " | Correct cognito.identity-pool.classic.policy, which STS cannot read.",
                "PackedPolicyTooLarge | Packed policy consumes 120%."
                        + " | Shorten cognito.identity-pool.classic.policy: together with the session's tags it is too"
                        + " large.",
                "RegionDisabledException | STS is not activated in this region."
                        + " | Switch STS on for eu-west-1 in the settings of the account, where the region of"
                        + " cognito.identity-pool.id has it asked."
            })
    void whatIsSetForTheClassicFlowIsNamed(String code, String message, String whatToDo) {
        assertRefused(
                error(code, message, 400),
                IdentityPoolRefusal.CLASSIC_MISCONFIGURED,
                REFUSED + code + ": " + message + " " + whatToDo);
    }

    @Test
    void aRoleThatDoesNotTrustThePoolIsToldWithThePolicyItNeeds() {
        assertRefused(
                error("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403),
                IdentityPoolRefusal.ROLE_MISCONFIGURED,
                REFUSED
                        + "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity. The role's trust"
                        + " policy must allow sts:AssumeRoleWithWebIdentity, and sts:TagSession where the pool has"
                        + " attributes for access control, to cognito-identity.amazonaws.com with " + POOL
                        + " in cognito-identity.amazonaws.com:aud and authenticated, or unauthenticated for guests, in"
                        + " cognito-identity.amazonaws.com:amr.");
    }

    @ParameterizedTest
    @CsvSource({"InvalidIdentityToken, no", "ValidationError, no"})
    void whatElseIsRefusedIsQuoted(String code, String message) {
        assertRefused(error(code, message, 400), IdentityPoolRefusal.OTHER, REFUSED + code + ": " + message + ".");
    }

    @Test
    void noRoleIsNamedWhereNoneWasAskedFor() {
        PoolError error = new PoolError("GetCallerIdentity", "InvalidClientTokenId", "no", 403);

        assertThat(errors.of(error, Optional.empty()))
                .hasMessage("STS refused GetCallerIdentity: InvalidClientTokenId: no.");
    }

    @ParameterizedTest
    @CsvSource({"IDPCommunicationError, 400", "InternalFailure, 500", "SomethingNew, 503"})
    void whatMayPassIsUnavailable(String code, int status) {
        assertThat(errors.of(error(code, "later", status), Optional.of(REPORTS)))
                .isInstanceOf(CognitoUnavailableException.class)
                .hasMessage("STS cannot answer AssumeRoleWithWebIdentity now: " + code + ": later.");
    }

    private void assertRefused(PoolError error, IdentityPoolRefusal reason, String message) {
        CognitoException refused = errors.of(error, Optional.of(REPORTS));

        assertThat(refused)
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, told -> assertThat(told.reason())
                        .isEqualTo(reason))
                .hasMessage(message);
    }

    private static PoolError error(String code, String message, int status) {
        return new PoolError("AssumeRoleWithWebIdentity", code, message, status);
    }
}
