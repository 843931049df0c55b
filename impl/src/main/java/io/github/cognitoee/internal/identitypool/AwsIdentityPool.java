package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return ask("GetId", applicant, Optional.empty(), logins -> client.getId(
                        request -> request.identityPoolId(config.id()).logins(logins))
                .identityId());
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        return ask(
                "GetCredentialsForIdentity",
                applicant,
                requestedRole,
                logins -> issued(client.getCredentialsForIdentity(request ->
                        request.identityId(identityId).logins(logins).customRoleArn(requestedRole.orElse(null)))));
    }

    @Override
    public OpenIdToken openIdToken(String identityId, Applicant applicant) {
        return ask("GetOpenIdToken", applicant, Optional.empty(), logins -> {
            GetOpenIdTokenResponse response = client.getOpenIdToken(
                    request -> request.identityId(identityId).logins(logins));
            return new OpenIdToken(response.identityId(), response.token());
        });
    }

    @Override
    public void unlink(String identityId, Applicant applicant, Collection<String> providers) {
        ask(
                "UnlinkIdentity",
                applicant,
                Optional.empty(),
                logins -> client.unlinkIdentity(
                        request -> request.identityId(identityId).logins(logins).loginsToRemove(providers)));
    }

    /**
     * What AWS answered goes on only as a cleaned line, without the exception that quotes it whole. Applications are asked for
     * tokens out of the call.
     *
     * @param call with the logins of the applicant, null for guests
     */
    private <T> T ask(
            String operation,
            Applicant applicant,
            Optional<String> requestedRole,
            Function<@Nullable Map<String, String>, T> call) {
        Map<String, String> logins = ShownLogins.of(config, applicant);
        try {
            T answer = call.apply(logins.isEmpty() ? null : logins); // null leaves the member out
            applicant.idToken().ifPresent(token -> taken.add(LoginsKey.of(config, token), token.clientId()));
            return answer;
        } catch (AwsServiceException e) {
            throw errors.of(PoolError.of(operation, e, logins.values()), applicant, requestedRole);
        } catch (SdkException e) {
            throw errors.unreachable(operation, e);
        }
    }

    private static IssuedCredentials issued(GetCredentialsForIdentityResponse response) {
        return IssuedCredentials.of(response.identityId(), response.credentials());
    }

    @Override
    public void close() {
        client.close();
    }
}
