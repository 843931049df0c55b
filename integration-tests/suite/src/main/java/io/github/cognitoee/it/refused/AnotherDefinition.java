package io.github.cognitoee.it.refused;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;

/** A second definition, of another user pool. */
@CognitoAuthenticationMechanismDefinition(userPool = @UserPool(id = "eu-west-1_Another", clientIds = "another"))
public class AnotherDefinition {}
