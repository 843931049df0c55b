package io.github.cognitoee.it.refused;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;

/** Does not say whose tokens may enter. */
@CognitoAuthenticationMechanismDefinition(
        userPool =
                @UserPool(
                        id = "eu-west-1_CognitoEE",
                        clientIds = {}))
public class NoClient {}
