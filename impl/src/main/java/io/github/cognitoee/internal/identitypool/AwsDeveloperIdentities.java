package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import io.github.cognitoee.spi.DeveloperUser;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityResponse;

/**
 * What the application says of its users to the identity pool, signed with its AWS credentials: those that the SDK finds by its
 * default chain. Nothing of it is made before the first call. Thread-safe.
 */
final class AwsDeveloperIdentities implements DeveloperTokens, DeveloperDirectory, AutoCloseable {

    private static final int LARGEST_PAGE = 60;

    private final IdentityPoolConfig config;
    private final DeveloperConfig developer;
    private final DeveloperErrors errors;
    private @Nullable DefaultCredentialsProvider credentials;
    private @Nullable CognitoIdentityClient client;
    private boolean closed;

    AwsDeveloperIdentities(IdentityPoolConfig config, DeveloperConfig developer) {
        this.config = config;
        this.developer = developer;
        this.errors = new DeveloperErrors(config, developer, new PoolErrors(config, new TakenTokens()));
    }

    @Override
    public OpenIdToken token(Applicant applicant, Optional<String> identityId) {
        DeveloperUser user = applicant.developerUser().orElseThrow();
        Map<String, String> shown = ShownLogins.of(config, applicant);
        Map<String, String> logins = new HashMap<>(shown);
        logins.put(developer.provider(), user.identifier());
        GetOpenIdTokenForDeveloperIdentityResponse response = ask(
                "GetOpenIdTokenForDeveloperIdentity",
                applicant,
                shown.values(),
                calls -> calls.getOpenIdTokenForDeveloperIdentity(request -> request.identityPoolId(config.id())
                        .identityId(identityId.orElse(null))
                        .logins(logins)
                        .principalTags(user.principalTags().isEmpty() ? null : user.principalTags())
                        .tokenDuration(developer.tokenDuration().toSeconds())));
        return new OpenIdToken(response.identityId(), response.token());
    }

    @Override
    public Optional<String> identityIdOf(String user) {
        try {
            return Optional.of(ask(
                            "LookupDeveloperIdentity",
                            calls -> calls.lookupDeveloperIdentity(request ->
                                    request.identityPoolId(config.id()).developerUserIdentifier(user)))
                    .identityId());
        } catch (IdentityPoolRefusedException e) {
            if (e.reason() == IdentityPoolRefusal.IDENTITY_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Users usersOf(String identityId, Optional<String> page) {
        LookupDeveloperIdentityResponse response = ask(
                "LookupDeveloperIdentity",
                calls -> calls.lookupDeveloperIdentity(request -> request.identityPoolId(config.id())
                        .identityId(identityId)
                        .maxResults(LARGEST_PAGE)
                        .nextToken(page.orElse(null))));
        return new Users(response.developerUserIdentifierList(), Optional.ofNullable(response.nextToken()));
    }

    @Override
    public String merge(String user, String into) {
        return ask(
                        "MergeDeveloperIdentities",
                        calls -> calls.mergeDeveloperIdentities(request -> request.identityPoolId(config.id())
                                .developerProviderName(developer.provider())
                                .sourceUserIdentifier(user)
                                .destinationUserIdentifier(into)))
                .identityId();
    }

    @Override
    public void unlink(String identityId, String user) {
        ask(
                "UnlinkDeveloperIdentity",
                calls -> calls.unlinkDeveloperIdentity(request -> request.identityPoolId(config.id())
                        .identityId(identityId)
                        .developerProviderName(developer.provider())
                        .developerUserIdentifier(user)));
    }

    private <T> T ask(String operation, Function<CognitoIdentityClient, T> call) {
        return ask(operation, Applicant.GUEST, List.of(), call);
    }

    /**
     * What AWS answered goes on only as a cleaned line, without the exception that quotes it whole.
     *
     * @param sent tokens of the request
     */
    private <T> T ask(
            String operation, Applicant applicant, Collection<String> sent, Function<CognitoIdentityClient, T> call) {
        try {
            return call.apply(client());
        } catch (AwsServiceException e) {
            throw errors.of(PoolError.of(operation, e, sent), applicant);
        } catch (SdkException e) {
            throw errors.of(operation, e);
        }
    }

    private synchronized CognitoIdentityClient client() {
        if (closed) {
            throw new IllegalStateException("the application is being undeployed");
        }
        if (client == null) {
            credentials = DefaultCredentialsProvider.builder().build();
            client = ClientSettings.client(
                    CognitoIdentityClient.builder(), credentials, config.region(), ClientSettings.endpoint(config));
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null && credentials != null) {
            client.close();
            credentials.close();
        }
    }
}
