package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.MfaFactors;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factors of user pools. */
final class MfaConfigOperations {

    private final Directory directory;

    MfaConfigOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(SetUserPoolMfaConfig.class, this::set).refusing(ErrorType.FEATURE_UNAVAILABLE_IN_TIER),
                Operation.signed(GetUserPoolMfaConfig.class, this::get));
    }

    record SetUserPoolMfaConfig(
            @PoolId String userPoolId,
            @Inline MfaFactors factors,
            @Nullable @OneOf({"OFF", "ON", "OPTIONAL"}) String mfaConfiguration) {}

    private Object set(SetUserPoolMfaConfig request) {
        Pool pool = directory.pool(request.userPoolId());
        String use = request.mfaConfiguration() == null ? "OFF" : request.mfaConfiguration();
        if (!use.equals("OFF") && request.factors().names().isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Invalid MFA configuration given, MFA is to be " + use + " and there is no factor.");
        }
        if (request.factors().emailMfaConfiguration() != null && pool.settings().isLite()) {
            throw ErrorType.FEATURE_UNAVAILABLE_IN_TIER.because(
                    "MFA by e-mail is not available in the Lite plan: UserPoolTier must be ESSENTIALS or PLUS.");
        }
        pool.setMfa(request.factors(), use);
        return View.of(pool);
    }

    record GetUserPoolMfaConfig(@PoolId String userPoolId) {}

    private Object get(GetUserPoolMfaConfig request) {
        return View.of(directory.pool(request.userPoolId()));
    }

    private record View(@JsonUnwrapped MfaFactors factors, @Nullable String mfaConfiguration) {

        static View of(Pool pool) {
            return new View(pool.mfaFactors(), pool.settings().mfaConfiguration());
        }
    }
}
