package io.github.cognitoee.thirdparty;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** A user pool of cognito-local, made and used by the AWS SDK for Java. */
final class CognitoLocalPool {

    static final String PASSWORD = "Correct-H0rse";

    private final CognitoIdentityProviderClient service;
    private final String id;

    CognitoLocalPool(URI endpoint) {
        service = CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        id = service.createUserPool(request -> request.poolName("third-party"))
                .userPool()
                .id();
    }

    String id() {
        return id;
    }

    String newClient(String name, String... callbackUrls) {
        return newClient(name, 60, callbackUrls);
    }

    /** @param minutes how long access tokens live; a negative number gives tokens that expired before they were made */
    String newClient(String name, int minutes, String... callbackUrls) {
        return service.createUserPoolClient(request -> request.userPoolId(id)
                        .clientName(name)
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .callbackURLs(callbackUrls)
                        .accessTokenValidity(minutes)
                        .tokenValidityUnits(units -> units.accessToken(TimeUnitsType.MINUTES)))
                .userPoolClient()
                .clientId();
    }

    void newGroup(String name) {
        service.createGroup(request -> request.userPoolId(id).groupName(name));
    }

    /** Who has a second factor is asked for it from now on. */
    void allowSecondFactors() {
        service.setUserPoolMfaConfig(request -> request.userPoolId(id)
                .mfaConfiguration(UserPoolMfaType.OPTIONAL)
                .softwareTokenMfaConfiguration(app -> app.enabled(true)));
    }

    /** Has the user of an access token asked for the codes of an app; returns its secret. */
    String newAuthenticatorApp(String accessToken) {
        String secret = service.associateSoftwareToken(request -> request.accessToken(accessToken))
                .secretCode();
        service.verifySoftwareToken(
                request -> request.accessToken(accessToken).userCode(AuthenticatorApp.codeNow(secret)));
        service.setUserMFAPreference(request -> request.accessToken(accessToken)
                .softwareTokenMfaSettings(app -> app.enabled(true).preferredMfa(true)));
        return secret;
    }

    void newUserWithTemporaryPassword(String username) {
        service.adminCreateUser(request -> request.userPoolId(id)
                .username(username)
                .temporaryPassword(PASSWORD)
                .messageAction(MessageActionType.SUPPRESS));
    }

    void newUser(String username, String... groups) {
        newUserWithTemporaryPassword(username);
        service.adminSetUserPassword(request ->
                request.userPoolId(id).username(username).password(PASSWORD).permanent(true));
        for (String group : groups) {
            service.adminAddUserToGroup(
                    request -> request.userPoolId(id).username(username).groupName(group));
        }
    }

    AuthenticationResultType signIn(String clientId, String username) {
        return service.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .clientId(clientId)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                .authenticationResult();
    }
}
