package io.github.cognitoee.it.refused;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;

/** A mechanism by qualifier, which servers of Jakarta EE 10 do not find. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        qualifiers = Qualified.class)
public class WithQualifier {}
