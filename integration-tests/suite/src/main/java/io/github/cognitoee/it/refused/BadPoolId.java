package io.github.cognitoee.it.refused;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;

/** Names the user pool by what its people call it. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "our users", clientIds = "demo0client0of0photo0album"))
public class BadPoolId {}
