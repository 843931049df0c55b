package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.LoginProviders;
import io.github.cognitoee.emulator.SamlLogin;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.UpdateIdentityPoolRequest;

/** The identity pools of the emulated account, what logins at other providers they take, and IAM behind them. */
public final class IdentityPools {

    private static final String APPLICATION = "the-application-there";
    private static final String ISSUER_ELSEWHERE = "id.suite.example";

    private IdentityPools() {}

    /** Has the pool with developer identities take logins of other providers, as the configuration cannot say so. */
    static void takeOtherLogins() {
        LoginProviders providers = Cognito.running().loginProviders();
        providers.addSamlProvider(EmulatedAccount.SAML_PROVIDER, EmulatedAccount.SAML_ISSUER);
        providers.addOpenIdConnectProvider("https://" + ISSUER_ELSEWHERE, APPLICATION);
        try (CognitoIdentityClient administration = administration()) {
            DescribeIdentityPoolResponse pool = administration.describeIdentityPool(
                    request -> request.identityPoolId(EmulatedAccount.DEVELOPERS_POOL));
            administration.updateIdentityPool(
                    asItIs(pool).andThen(request -> request.samlProviderARNs(EmulatedAccount.SAML_PROVIDER)
                            .openIdConnectProviderARNs("arn:aws:iam::123456789012:oidc-provider/" + ISSUER_ELSEWHERE)
                            .supportedLoginProviders(Map.of(
                                    "accounts.google.com", APPLICATION,
                                    "appleid.apple.com", APPLICATION,
                                    "graph.facebook.com", APPLICATION,
                                    "www.amazon.com", APPLICATION))));
        }
    }

    /** An update sets everything back that it does not name. */
    private static Consumer<UpdateIdentityPoolRequest.Builder> asItIs(DescribeIdentityPoolResponse pool) {
        return request -> request.identityPoolId(pool.identityPoolId())
                .identityPoolName(pool.identityPoolName())
                .allowUnauthenticatedIdentities(pool.allowUnauthenticatedIdentities())
                .allowClassicFlow(pool.allowClassicFlow())
                .developerProviderName(pool.developerProviderName())
                .cognitoIdentityProviders(pool.cognitoIdentityProviders())
                .samlProviderARNs(pool.samlProviderARNs())
                .openIdConnectProviderARNs(pool.openIdConnectProviderARNs())
                .supportedLoginProviders(pool.supportedLoginProviders());
    }

    /** A token of somebody's at a provider that the pool with developer identities takes, by its name in {@code Logins}. */
    public static String loginAt(String provider, String user) {
        LoginProviders providers = Cognito.running().loginProviders();
        return switch (provider) {
            case "accounts.google.com" -> providers.google(APPLICATION, user).idToken();
            case "appleid.apple.com" -> providers.apple(APPLICATION, user).idToken();
            case "graph.facebook.com" -> providers.facebook(APPLICATION, user);
            case "www.amazon.com" -> providers.amazon(APPLICATION, user);
            case ISSUER_ELSEWHERE -> providers
                    .openIdConnect("https://" + ISSUER_ELSEWHERE, APPLICATION, user)
                    .idToken();
            default -> throw new IllegalArgumentException(provider);
        };
    }

    /** Responses about somebody at the SAML provider of the account. */
    public static SamlLogin samlLogin(String user) {
        return Cognito.running().loginProviders().saml(EmulatedAccount.SAML_PROVIDER, user);
    }

    /** Does something while an identity pool lists the other user pool, too. */
    public static <T> T whileTheOtherPoolIsListed(String identityPool, Supplier<T> something) {
        CognitoIdentityProvider other = CognitoIdentityProvider.builder()
                .providerName(providerOf(EmulatedAccount.OTHER_POOL))
                .clientId(EmulatedAccount.OTHER_POOL_CLIENT)
                .build();
        try (CognitoIdentityClient administration = administration()) {
            DescribeIdentityPoolResponse pool =
                    administration.describeIdentityPool(request -> request.identityPoolId(identityPool));
            administration.updateIdentityPool(asItIs(pool)
                    .andThen(request -> request.cognitoIdentityProviders(
                            Stream.concat(pool.cognitoIdentityProviders().stream(), Stream.of(other))
                                    .toList())));
            try {
                return something.get();
            } finally {
                administration.updateIdentityPool(asItIs(pool));
            }
        }
    }

    /** Has an identity pool make session tags of claims of the user pool's tokens. */
    public static void tagSessions(String identityPool, Map<String, String> claimsByTag) {
        try (CognitoIdentityClient administration = administration()) {
            administration.setPrincipalTagAttributeMap(request -> request.identityPoolId(identityPool)
                    .identityProviderName(providerOf(EmulatedAccount.POOL))
                    .useDefaults(false)
                    .principalTags(claimsByTag));
        }
    }

    /** What an identity pool itself says of the holders of these ID tokens: the identity id by the token. */
    public static Map<String, String> identityIds(String identityPool, Collection<String> idTokens) {
        try (CognitoIdentityClient client = administration()) {
            return idTokens.stream().distinct().collect(Collectors.toMap(token -> token, token -> client.getId(
                            request -> request.identityPoolId(identityPool)
                                    .logins(Map.of(providerOf(EmulatedAccount.POOL), token)))
                    .identityId()));
        }
    }

    /** Deletes an identity of an identity pool, as an administrator does. */
    public static void deleteIdentity(String identityId) {
        try (CognitoIdentityClient administration = administration()) {
            administration.deleteIdentities(request -> request.identityIdsToDelete(identityId));
        }
    }

    /** Makes two developer users one in an identity pool, as another part of their application does. */
    public static void mergeDeveloperUsers(String identityPool, String user, String into) {
        try (CognitoIdentityClient application = administration()) {
            application.mergeDeveloperIdentities(request -> request.identityPoolId(identityPool)
                    .developerProviderName(EmulatedAccount.DEVELOPERS)
                    .sourceUserIdentifier(user)
                    .destinationUserIdentifier(into));
        }
    }

    /** The identity that an identity pool knows a developer user by. */
    public static String identityOfDeveloperUser(String identityPool, String user) {
        try (CognitoIdentityClient application = administration()) {
            return application
                    .lookupDeveloperIdentity(
                            request -> request.identityPoolId(identityPool).developerUserIdentifier(user))
                    .identityId();
        }
    }

    /** Lets a role call methods of APIs behind API Gateway, and no others. */
    public static void letInvoke(String roleArn, String... methods) {
        Cognito.running()
                .iam()
                .putRolePolicy(
                        roleArn,
                        "Invoke",
                        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
                                + " \"execute-api:Invoke\", \"Resource\": [\""
                                + String.join("\", \"", methods) + "\"]}}");
    }

    /** Whether the holder of an access key may do this to a resource, by the policies of AWS. */
    public static boolean allows(String accessKeyId, String action, String resource) {
        return Cognito.running().iam().decide(accessKeyId, action, resource).isAllowed();
    }

    /** Credentials that the identity service or STS gave out. */
    public static IssuedCredentials issued(String accessKeyId) {
        return Cognito.running().credentials(accessKeyId).orElseThrow();
    }

    private static CognitoIdentityClient administration() {
        return CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(Cognito.running().endpoint())
                .credentialsProvider(Cognito.administrator())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static String providerOf(String userPool) {
        return "cognito-idp.eu-west-1.amazonaws.com/" + userPool;
    }
}
