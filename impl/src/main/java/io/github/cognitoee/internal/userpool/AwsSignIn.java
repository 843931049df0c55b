package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserContextDataType;

/** Signing in by the operations that anybody may call, which carry no signature. Thread-safe. */
final class AwsSignIn implements SignInApi {

    private final SdkCalls calls;
    private final AppClient app;

    AwsSignIn(String region, URI endpoint, AppClient app, Duration timeout) {
        this.calls = new SdkCalls(region, endpoint, AnonymousCredentialsProvider.create(), timeout);
        this.app = app;
    }

    @Override
    public PoolAnswer initiate(String flow, Map<String, String> parameters, Circumstances circumstances) {
        InitiateAuthResponse response = calls.call(
                "InitiateAuth",
                client -> client.initiateAuth(request -> request.authFlow(flow)
                        .clientId(app.id())
                        .authParameters(parameters)
                        .clientMetadata(metadata(circumstances))
                        .userContextData(contextData(circumstances))));
        return answer(
                response.authenticationResult(),
                response.challengeNameAsString(),
                response.challengeParameters(),
                response.session(),
                response.availableChallengesAsStrings());
    }

    @Override
    public PoolAnswer respond(
            String challenge, String session, Map<String, String> responses, Circumstances circumstances) {
        RespondToAuthChallengeResponse response = calls.call(
                "RespondToAuthChallenge",
                client -> client.respondToAuthChallenge(request -> request.challengeName(challenge)
                        .clientId(app.id())
                        .session(session)
                        .challengeResponses(responses)
                        .clientMetadata(metadata(circumstances))
                        .userContextData(contextData(circumstances))));
        return answer(
                response.authenticationResult(),
                response.challengeNameAsString(),
                response.challengeParameters(),
                response.session(),
                List.of());
    }

    @Override
    public SetUp associateSoftwareToken(String session) {
        var response = calls.call(
                "AssociateSoftwareToken", client -> client.associateSoftwareToken(request -> request.session(session)));
        return new SetUp(response.secretCode(), response.session());
    }

    @Override
    public String verifySoftwareToken(String session, String code) {
        return calls.call(
                        "VerifySoftwareToken",
                        client -> client.verifySoftwareToken(
                                request -> request.session(session).userCode(code)))
                .session();
    }

    @Override
    public void confirmDevice(String accessToken, String deviceKey, String salt, String verifier) {
        calls.call(
                "ConfirmDevice",
                client -> client.confirmDevice(request -> request.accessToken(accessToken)
                        .deviceKey(deviceKey)
                        .deviceSecretVerifierConfig(secret -> secret.salt(salt).passwordVerifier(verifier))));
    }

    @Override
    public IssuedTokens refresh(String refreshToken, Optional<String> deviceKey) {
        var response = calls.call(
                "GetTokensFromRefreshToken",
                client -> client.getTokensFromRefreshToken(request -> request.refreshToken(refreshToken)
                        .clientId(app.id())
                        .clientSecret(app.secret().map(Secret::reveal).orElse(null))
                        .deviceKey(deviceKey.orElse(null))));
        return issued(response.authenticationResult());
    }

    @Override
    public void revoke(String refreshToken) {
        calls.call(
                "RevokeToken",
                client -> client.revokeToken(request -> request.token(refreshToken)
                        .clientId(app.id())
                        .clientSecret(app.secret().map(Secret::reveal).orElse(null))));
    }

    @Override
    public void globalSignOut(String accessToken) {
        calls.call("GlobalSignOut", client -> client.globalSignOut(request -> request.accessToken(accessToken)));
    }

    @Override
    public void close() {
        calls.close();
    }

    /** Absent where there is none: an empty map would be sent. */
    static @Nullable Map<String, String> metadata(Circumstances circumstances) {
        return circumstances.clientMetadata().isEmpty() ? null : circumstances.clientMetadata();
    }

    private static @Nullable UserContextDataType contextData(Circumstances circumstances) {
        return circumstances.clientAddress().isEmpty()
                        && circumstances.deviceData().isEmpty()
                ? null
                : UserContextDataType.builder()
                        .ipAddress(circumstances.clientAddress().orElse(null))
                        .encodedData(circumstances.deviceData().orElse(null))
                        .build();
    }

    static PoolAnswer answer(
            @Nullable AuthenticationResultType result,
            @Nullable String challenge,
            Map<String, String> parameters,
            @Nullable String session,
            List<String> choices) {
        return result != null && result.accessToken() != null
                ? PoolAnswer.of(issued(result))
                : new PoolAnswer(
                        Optional.empty(),
                        challenge == null ? "" : challenge,
                        parameters,
                        session == null ? "" : session,
                        choices);
    }

    private static IssuedTokens issued(AuthenticationResultType result) {
        NewDeviceMetadataType device = result.newDeviceMetadata();
        return new IssuedTokens(
                result.idToken(),
                result.accessToken(),
                result.refreshToken(),
                device == null || device.deviceKey() == null
                        ? Optional.empty()
                        : Optional.of(new IssuedTokens.NewDevice(device.deviceKey(), device.deviceGroupKey())));
    }
}
