package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The app client in whose name a call is made, and its pool.
 *
 * @param metadata what the caller wants functions to know, {@code ClientMetadata}
 * @param challenge the one that the call answers; null if it answers none
 */
record ClientContext(Pool pool, AppClient client, Map<String, String> metadata, @Nullable String challenge) {

    /** Of a caller who has nothing to tell. */
    ClientContext(Pool pool, AppClient client) {
        this(pool, client, Map.of(), null);
    }

    ClientContext withMetadata(@Nullable Map<String, String> other) {
        return new ClientContext(pool, client, other == null ? Map.of() : other, challenge);
    }

    ClientContext answering(String name) {
        return new ClientContext(pool, client, metadata, name);
    }

    /** At which functions may be called. */
    Moment moment() {
        return new Moment(pool, client.clientId(), metadata);
    }

    /** As {@link #moment()}, on the way of a sign-in: what its first call tells is for the functions before it alone. */
    Moment momentOnTheWay() {
        return challenge == null ? Moment.of(pool, client) : moment();
    }

    /** Of a call that names the client alone. */
    static ClientContext of(Directory directory, String clientId) {
        Pool pool = directory.poolOfClient(clientId);
        return new ClientContext(pool, pool.clients().required(clientId));
    }

    /** Of a call that names the client and one user, and by its hash shows that it knows the client's secret. */
    static ClientContext of(Directory directory, String clientId, @Nullable String secretHash, String username) {
        ClientContext context = of(directory, clientId);
        context.checkSecretHash(secretHash, username);
        return context;
    }

    /** Of a call that names the pool too. */
    static ClientContext of(Directory directory, String poolId, String clientId) {
        Pool pool = directory.pool(poolId);
        return new ClientContext(pool, pool.clients().required(clientId));
    }

    ClientSettings settings() {
        return client.settings();
    }

    /**
     * Checks that the caller knows the client's secret, where it has one.
     *
     * @param usernames the names over which the hash may have been made
     */
    void checkSecretHash(@Nullable String hash, String... usernames) {
        if (hash == null) {
            if (client.hasSecret()) {
                throw ErrorType.NOT_AUTHORIZED.because(
                        "Client " + client.clientId() + " is configured with secret but SECRET_HASH was not received");
            }
            return;
        }
        for (String username : usernames) {
            if (client.isSecretHash(hash, username)) {
                return;
            }
        }
        throw ErrorType.NOT_AUTHORIZED.because("Unable to verify secret hash for client " + client.clientId());
    }

    /** Has a sign-in wait for an answer. @return the session */
    String await(Challenge challenge) {
        return pool.challenges().open(challenge, settings().sessionLifetime());
    }

    Optional<Account> find(String username) {
        return pool.accounts().typed(username);
    }

    /** Whose code a call confirms; where the client hides who exists, unknown users' codes are like any other wrong one. */
    Account holderOfCode(String username) {
        return find(username)
                .orElseThrow(() -> settings().hidesUserExistence()
                        ? ErrorType.EXPIRED_CODE.because("Invalid code provided, please request a code again.")
                        : unknownUser());
    }

    /** What is told of a user who does not exist, where the client lets it be told. */
    static Refusal unknownUser() {
        return ErrorType.USER_NOT_FOUND.because("Username/client id combination not found.");
    }
}
