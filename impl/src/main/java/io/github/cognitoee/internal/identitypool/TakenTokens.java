package io.github.cognitoee.internal.identitypool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose tokens an identity pool has taken: of which providers, and which app clients. As many as the definition names, since
 * no other client's tokens are let in. Thread-safe.
 */
final class TakenTokens {

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    void add(String provider, String clientId) {
        clients.add(new Client(provider, clientId));
    }

    boolean hasOf(String provider, String clientId) {
        return clients.contains(new Client(provider, clientId));
    }

    boolean hasOf(String provider) {
        return clients.stream().anyMatch(client -> client.provider().equals(provider));
    }

    private record Client(String provider, String clientId) {}
}
