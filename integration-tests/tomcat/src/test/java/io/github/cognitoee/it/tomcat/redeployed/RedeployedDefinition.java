package io.github.cognitoee.it.tomcat.redeployed;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes both kinds of tokens, has people sign in at the form, and acts on AWS as its callers and guests. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        accepts = {Proof.BEARER, Proof.FORM},
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(id = "eu-west-1:c0911170-ee00-4000-8000-000000000003")
@ApplicationScoped
public class RedeployedDefinition {}
