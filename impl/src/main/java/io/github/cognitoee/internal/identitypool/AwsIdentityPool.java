package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenResponse;

/** The identity pool as AWS serves it, asked by the AWS SDK without credentials of our own. Thread-safe. */
final class AwsIdentityPool implements IdentityPool, OpenIdTokens, LoginLinks, AutoCloseable {

    private final CognitoIdentityClient client;
    private final IdentityPoolConfig config;
    private final TakenTokens taken = new TakenTokens();
    private final PoolErrors errors;

    AwsIdentityPool(IdentityPoolConfig config) {
        this.config = config;
        this.errors = new PoolErrors(config, taken);
        this.client = ClientSettings.client(
                CognitoIdentityClient.builder(),
                AnonymousCredentialsProvider.create(),
                config.region(),
                ClientSettings.endpoint(config));
    }

    @Override
    public String identityId(Applicant applicant) {
        Map<String, String> logins = logins(applicant);
        return ask("GetId", applicant, Optional.empty(), () -> client.getId(
                        request -> request.identityPoolId(config.id()).logins(logins))
                .identityId());
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        Map<String, String> logins = logins(applicant);
        return ask(
                "GetCredentialsForIdentity",
                applicant,
                requestedRole,
                () -> issued(client.getCredentialsForIdentity(request ->
                        request.identityId(identityId).logins(logins).customRoleArn(requestedRole.orElse(null)))));
    }

    @Override
    public OpenIdToken openIdToken(String identityId, Applicant applicant) {
        Map<String, String> logins = logins(applicant);
        return ask("GetOpenIdToken", applicant, Optional.empty(), () -> {
            GetOpenIdTokenResponse response = client.getOpenIdToken(
                    request -> request.identityId(identityId).logins(logins));
            return new OpenIdToken(response.identityId(), response.token());
        });
    }

    @Override
    public void unlink(String identityId, Applicant applicant, Collection<String> providers) {
        Map<String, String> logins = logins(applicant);
        ask(
                "UnlinkIdentity",
                applicant,
                Optional.empty(),
                () -> client.unlinkIdentity(
                        request -> request.identityId(identityId).logins(logins).loginsToRemove(providers)));
    }

    /** What AWS answered goes on only as a cleaned line, without the exception that quotes it whole. */
    private <T> T ask(String operation, Applicant applicant, Optional<String> requestedRole, Supplier<T> call) {
        try {
            T answer = call.get();
            applicant.idToken().ifPresent(token -> taken.add(LoginsKey.of(config, token), token.clientId()));
            return answer;
        } catch (AwsServiceException e) {
            throw errors.of(PoolError.of(operation, e), applicant, requestedRole);
        } catch (SdkException e) {
            throw errors.unreachable(operation, e);
        }
    }

    /** Null for guests, which leaves the member out. Applications are asked for tokens here, out of the call. */
    private @Nullable Map<String, String> logins(Applicant applicant) {
        return applicant.isGuest() ? null : ShownLogins.of(config, applicant);
    }

    private static IssuedCredentials issued(GetCredentialsForIdentityResponse response) {
        return IssuedCredentials.of(response.identityId(), response.credentials());
    }

    @Override
    public void close() {
        client.close();
    }
}
