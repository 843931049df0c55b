package io.github.cognitoee.thirdparty;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.Issuer;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A certified OpenID client finds its way from the discovery document; it asks for an issuer that can be reached. */
@Requires(Tool.NODE)
@EmulatedCognito(config = "cognito.json", issuer = Issuer.REACHABLE)
class OpenidClientIT {

    @TestFactory
    Stream<DynamicTest> openidClient(CognitoEmulator cognito) {
        return Scenario.run("openid-client.test.mjs", EmulatorFixture.of(cognito));
    }

    @TestFactory
    Stream<DynamicTest> openidClientSignsIn(CognitoEmulator cognito) {
        return Scenario.run("openid-client-login.test.mjs", EmulatorFixture.of(cognito));
    }
}
