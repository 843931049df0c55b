package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoDeveloperIdentities;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.DeveloperDirectory.Users;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code @Inject CognitoDeveloperIdentities} is. Thread-safe. */
final class InjectedDeveloperIdentities implements CognitoDeveloperIdentities {

    private final DeveloperConfig config;
    private final DeveloperDirectory directory;
    private final LoginLinks links;
    private final CallerExchange callers;
    private final CallerCredentials callerCredentials;
    private final CallRate rate;

    InjectedDeveloperIdentities(
            DeveloperConfig config,
            DeveloperDirectory directory,
            LoginLinks links,
            CallerExchange callers,
            CallerCredentials callerCredentials) {
        this.config = config;
        this.directory = directory;
        this.links = links;
        this.callers = callers;
        this.callerCredentials = callerCredentials;
        this.rate = CallRate.of(
                config.rates().callsPerSecond(),
                "CognitoDeveloperIdentities",
                "cognito.identity-pool.developer.calls-per-second");
    }

    @Override
    public Optional<String> identityIdOf(String user) {
        rate.await();
        return directory.identityIdOf(user);
    }

    @Override
    public Stream<String> usersOf(String identityId) {
        return Stream.iterate(
                        Optional.of(usersOf(identityId, Optional.empty())),
                        Optional::isPresent,
                        page -> page.flatMap(Users::nextPage).map(next -> usersOf(identityId, Optional.of(next))))
                .flatMap(Optional::stream)
                .map(Users::names)
                .flatMap(List::stream);
    }

    private Users usersOf(String identityId, Optional<String> page) {
        rate.await();
        return directory.usersOf(identityId, page);
    }

    @Override
    public String merge(String user, String into) {
        rate.await();
        String identityId = directory.merge(user, into);
        callers.forget(identityId, Set.of(userOf(user), userOf(into)));
        return identityId;
    }

    @Override
    public void unlink(String identityId, String user) {
        rate.await();
        directory.unlink(identityId, user);
        callers.forget(identityId, Set.of(userOf(user)));
    }

    @Override
    public void unlinkFromCaller(Collection<String> providers) {
        Applicant caller = callerCredentials.applicant();
        String identityId = callers.identityId(caller);
        rate.await();
        links.unlink(
                identityId,
                caller,
                providers.stream().map(ProviderName::normalised).toList());
        callers.forget(identityId, Set.of());
    }

    private LinkedUser userOf(String user) {
        return LinkedUser.of(config, user);
    }

    @Override
    public String toString() {
        return "CognitoDeveloperIdentities";
    }
}
