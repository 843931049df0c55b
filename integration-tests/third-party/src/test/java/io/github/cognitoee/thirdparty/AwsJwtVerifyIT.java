package io.github.cognitoee.thirdparty;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** AWS's verifier for JavaScript takes what the minter calls valid, and refuses the rest for the reason that is meant. */
@Requires(Tool.NODE)
@EmulatedCognito(config = "cognito.json")
class AwsJwtVerifyIT {

    @TestFactory
    Stream<DynamicTest> awsJwtVerify(CognitoEmulator cognito, MovableClock clock) throws IOException {
        return Scenario.run("aws-jwt-verify.test.mjs", MintedTokens.of(cognito, clock));
    }
}
