package io.github.cognitoee.it.classic;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.ClassicFlow;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.DeveloperIdentities;
import io.github.cognitoee.IdentityPoolFlow;
import io.github.cognitoee.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A WAR in the classic flow, which vouches for callers who come with an access token alone. */
@CognitoAuthenticationMechanismDefinition(
        userPool = @UserPool(id = "eu-west-1_CognitoEE", clientIds = "demo0client0of0photo0album"),
        bearerTokens = BearerTokens.ANY)
@CognitoIdentityPoolDefinition(
        id = "eu-west-1:c0911170-ee00-4000-8000-000000000003",
        flow = IdentityPoolFlow.CLASSIC,
        developer = @DeveloperIdentities(provider = "login.suite.example"),
        classic =
                @ClassicFlow(
                        role = "arn:aws:iam::123456789012:role/Members",
                        guestRole = "arn:aws:iam::123456789012:role/Visitors",
                        duration = "PT15M",
                        policy = ClassicApplication.POLICY))
@ApplicationPath("api")
@ApplicationScoped
public class ClassicApplication extends Application {

    /** With a variable of IAM, which looks like an expression. */
    public static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\","
            + "\"Resource\":\"arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*\"}]}";
}
