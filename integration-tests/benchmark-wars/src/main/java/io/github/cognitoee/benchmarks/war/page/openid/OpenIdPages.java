package io.github.cognitoee.benchmarks.war.page.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;

/** The same user pool and app client as the library's WARs have; where they are, only the running server knows. */
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${userPool.address}",
        clientId = "demo0client0of0photo0album",
        redirectURI = "${baseURL}/callback",
        redirectToOriginalResource = true,
        scope = "openid",
        claimsDefinition =
                @ClaimsDefinition(callerNameClaim = "cognito:username", callerGroupsClaim = "cognito:groups"))
@ApplicationScoped
public class OpenIdPages {}
