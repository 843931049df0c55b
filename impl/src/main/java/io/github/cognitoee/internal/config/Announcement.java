package io.github.cognitoee.internal.config;

import java.lang.System.Logger.Level;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log says when an application starts: what is active, and where each value came from. */
final class Announcement {

    private final CognitoSettings settings;
    private final ConfigReader reader;

    Announcement(CognitoSettings settings, ConfigReader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    void log(System.Logger log) {
        log.log(Level.INFO, "{0}", text());
        if (addressesAreReplaced()) {
            Problem.ADDRESSES_REPLACED.log(
                    log, "addresses of AWS are replaced (see the line above); never do this in production");
        }
    }

    String text() {
        VerificationConfig verification = settings.verification();
        String pools = verification.userPools().stream()
                .map(pool -> "user pool " + pool.id() + " with clients " + new TreeSet<>(pool.clientIds()))
                .collect(Collectors.joining(", "));
        String identityPool = settings.identityPool()
                .map(pool -> "identity pool " + pool.id())
                .orElse("no identity pool");
        String proofs = Stream.<Stream<String>>of(
                        settings.acceptsBearer()
                                ? Stream.of("bearer tokens " + verification.bearerTokens())
                                : Stream.empty(),
                        settings.managedLogin().stream()
                                .map(login -> "managed login at " + login.domain() + " by client " + login.clientId()),
                        settings.form().stream().map(form -> "a form, by client " + form.clientId()),
                        settings.basic().stream().map(basic -> "passwords by HTTP Basic"),
                        settings.otherMechanism().stream().map(other -> "by another mechanism"))
                .flatMap(proof -> proof)
                .collect(Collectors.joining(", "));
        return "Cognito EE is active: " + pools + ", " + proofs + ", " + identityPool + "; " + reader.originsAsText();
    }

    private boolean addressesAreReplaced() {
        return Stream.of(
                        Keys.ENDPOINT,
                        Keys.USER_POOL_ENDPOINT,
                        Keys.IDENTITY_POOL_ENDPOINT,
                        Keys.STS_ENDPOINT,
                        Keys.LOGIN_ENDPOINT,
                        Keys.USER_POOL_ISSUER)
                .anyMatch(key -> reader.origins().containsKey(key.name()));
    }
}
