package io.github.cognitoee.internal.userpool;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ContextDataType;

/**
 * Signing in by the operations that only an application may call, signed with its AWS credentials: those that the SDK finds by
 * its default chain. Nothing of it is made before it is asked first. Thread-safe.
 */
final class AwsSignedSignIn implements AuthApi {

    private final String region;
    private final URI endpoint;
    private final String userPoolId;
    private final AppClient app;
    private final Duration timeout;
    private @Nullable SdkCalls calls;
    private @Nullable DefaultCredentialsProvider credentials;

    AwsSignedSignIn(String region, URI endpoint, String userPoolId, AppClient app, Duration timeout) {
        this.region = region;
        this.endpoint = endpoint;
        this.userPoolId = userPoolId;
        this.app = app;
        this.timeout = timeout;
    }

    private synchronized SdkCalls calls() {
        if (calls == null) {
            credentials = DefaultCredentialsProvider.builder().build();
            calls = new SdkCalls(region, endpoint, credentials, timeout);
        }
        return calls;
    }

    @Override
    public PoolAnswer initiate(String flow, Map<String, String> parameters, Circumstances circumstances) {
        AdminInitiateAuthResponse response = calls().call(
                        "AdminInitiateAuth",
                        client -> client.adminInitiateAuth(request -> request.authFlow(flow)
                                .userPoolId(userPoolId)
                                .clientId(app.id())
                                .authParameters(parameters)
                                .clientMetadata(AwsSignIn.metadata(circumstances))
                                .contextData(contextData(circumstances))));
        return AwsSignIn.answer(
                response.authenticationResult(),
                response.challengeNameAsString(),
                response.challengeParameters(),
                response.session(),
                response.availableChallengesAsStrings());
    }

    @Override
    public PoolAnswer respond(
            String challenge, String session, Map<String, String> responses, Circumstances circumstances) {
        AdminRespondToAuthChallengeResponse response = calls().call(
                        "AdminRespondToAuthChallenge",
                        client -> client.adminRespondToAuthChallenge(request -> request.challengeName(challenge)
                                .userPoolId(userPoolId)
                                .clientId(app.id())
                                .session(session)
                                .challengeResponses(responses)
                                .clientMetadata(AwsSignIn.metadata(circumstances))
                                .contextData(contextData(circumstances))));
        return AwsSignIn.answer(
                response.authenticationResult(),
                response.challengeNameAsString(),
                response.challengeParameters(),
                response.session(),
                List.of());
    }

    /** The service wants all of it or none: what is not known stays empty. */
    private static @Nullable ContextDataType contextData(Circumstances circumstances) {
        return circumstances
                .clientAddress()
                .map(address -> ContextDataType.builder()
                        .ipAddress(address)
                        .serverName("")
                        .serverPath("")
                        .httpHeaders(List.of())
                        .encodedData(circumstances.deviceData().orElse(null))
                        .build())
                .orElse(null);
    }

    @Override
    public synchronized void close() {
        if (calls != null && credentials != null) {
            calls.close();
            credentials.close();
        }
    }
}
