package io.github.cognitoee.internal.signing;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request as it is about to be sent.
 *
 * @param address in the spelling of {@link SignableAddress}
 * @param headers with lower-case names: those that are to be signed, beyond what a signature brings itself
 */
record OutgoingRequest(String method, URI address, Map<String, List<String>> headers) {

    OutgoingRequest {
        headers = Map.copyOf(headers);
    }
}
