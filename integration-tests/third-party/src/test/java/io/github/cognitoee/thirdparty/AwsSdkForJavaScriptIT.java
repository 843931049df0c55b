package io.github.cognitoee.thirdparty;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** AWS's clients and credential providers for JavaScript, Amplify among them, are at home with the emulator. */
@Requires(Tool.NODE)
@EmulatedCognito(config = "cognito.json")
class AwsSdkForJavaScriptIT {

    @TestFactory
    Stream<DynamicTest> userPools(CognitoEmulator cognito) {
        return Scenario.run("user-pools.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> identityPoolsAndSts(CognitoEmulator cognito) {
        return Scenario.run("identity-pools.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> credentialProviders(CognitoEmulator cognito) {
        return Scenario.run("credential-providers.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> loginProviders(CognitoEmulator cognito) {
        return Scenario.run("login-providers.test.mjs", ProviderLogins.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> amazonCognitoIdentityJs(CognitoEmulator cognito) {
        return Scenario.run("amazon-cognito-identity-js.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> amazonCognitoIdentityJsBySrp(CognitoEmulator cognito) {
        return Scenario.run("amazon-cognito-identity-js-srp.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> awsAmplify(CognitoEmulator cognito) {
        return Scenario.run("aws-amplify.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> awsAmplifyWithAnIdentityPool(CognitoEmulator cognito) {
        return Scenario.run("aws-amplify-identity.test.mjs", EmulatorFixture.of(cognito));
    }
}
