package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Device;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.DeviceConfiguration;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.List;
import java.util.Optional;

/** How a sign-in goes on, from the first factor to the tokens. */
final class Course {

    private final Tokens tokens;
    private final SecondFactors factors;

    Course(Tokens tokens, SecondFactors factors) {
        this.tokens = tokens;
        this.factors = factors;
    }

    /** The user has shown who he is, by a password or in another way. */
    AuthAnswer afterFirstFactor(SignIn signIn) {
        signIn.device(); // who names one that is gone is told before anything changes
        if (new Judgement(signIn.pool()).needsSecondFactor(signIn.account())) {
            return askForOne(
                    signIn,
                    SecondFactors.toAsk(
                            signIn.pool(), signIn.account(), signIn.attempt().wanted()));
        }
        return signIn.account().status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? NewPasswordChallenge.ask(signIn)
                : afterPassword(signIn);
    }

    /** The user has a password that he may keep. */
    AuthAnswer afterPassword(SignIn signIn) {
        if (!signIn.attempt().needsSecondFactor() || isFromRememberedDevice(signIn)) {
            return afterSecondFactor(signIn);
        }
        Pool pool = signIn.pool();
        List<String> asked =
                SecondFactors.toAsk(pool, signIn.account(), signIn.attempt().wanted());
        if (asked.isEmpty()) {
            return pool.settings().requiresMfa() ? MfaSetupChallenge.ask(signIn) : afterSecondFactor(signIn);
        }
        return askForOne(signIn, asked);
    }

    private AuthAnswer askForOne(SignIn signIn, List<String> asked) {
        return asked.size() == 1 ? askFor(signIn, asked.get(0)) : SelectMfaChallenge.ask(signIn, asked);
    }

    /** Asks for a second factor. */
    AuthAnswer askFor(SignIn signIn, String factor) {
        return new CodeChallenge(factor, factors).ask(signIn);
    }

    /** The user has shown as much as he has to. A device that he brought along shows that it is the one that it was. */
    AuthAnswer afterSecondFactor(SignIn signIn) {
        return signIn.device().map(device -> DeviceChallenge.ask(signIn)).orElseGet(() -> complete(signIn));
    }

    /** Nothing is left to be shown. */
    AuthAnswer complete(SignIn signIn) {
        return AuthAnswer.tokens(tokens.ofSignIn(signIn));
    }

    private static boolean isFromRememberedDevice(SignIn signIn) {
        Optional<DeviceConfiguration> devices =
                Optional.ofNullable(signIn.pool().settings().deviceConfiguration());
        return devices.filter(DeviceConfiguration::replacesSecondFactor).isPresent()
                && signIn.device().filter(Device::remembered).isPresent();
    }
}
