package io.github.cognitoee.thirdparty;

import io.github.cognitoee.emulator.CognitoEmulator;
import java.util.HashMap;
import java.util.Map;

/** What scripts that call the emulator have to know; the names are those of {@code cognito.json}. */
final class EmulatorFixture {

    private EmulatorFixture() {}

    static Map<String, Object> of(CognitoEmulator cognito) {
        Map<String, Object> fixture = new HashMap<>();
        fixture.put("endpoint", cognito.endpoint().toString());
        fixture.put("region", "eu-west-1");
        fixture.put("userPoolId", "eu-west-1_CognitoEE");
        fixture.put("clientId", "web");
        fixture.put("confidentialClientId", "confidential");
        fixture.put("confidentialClientSecret", "the0secret0of0the0confidential0client");
        fixture.put("passwordlessClientId", "passwordless");
        fixture.put("pagesClientId", "pages");
        fixture.put("confidentialPagesClientId", "confidentialpages");
        fixture.put("identityPoolId", "eu-west-1:c0911170-ee00-4000-8000-000000000001");
        fixture.put("strictIdentityPoolId", "eu-west-1:c0911170-ee00-4000-8000-000000000002");
        fixture.put("classicIdentityPoolId", "eu-west-1:c0911170-ee00-4000-8000-000000000003");
        fixture.put("enhancedIdentityPoolId", "eu-west-1:c0911170-ee00-4000-8000-000000000004");
        fixture.put("distrustedIdentityPoolId", "eu-west-1:c0911170-ee00-4000-8000-000000000005");
        return fixture;
    }
}
