package io.github.cognitoee.internal.signing;

import io.github.cognitoee.UnsignableRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** A request whose signatory is known, and which is signed as soon as its body is. Immutable; prints nothing of either. */
final class AwaitedSignature {

    /** The property of a request that holds its awaited signature. */
    static final String PROPERTY = "io.github.cognitoee.signature";

    /** The property that holds the {@code Authorization} that came of it: RESTEasy keeps headers for the next sending. */
    static final String AUTHORIZED = "io.github.cognitoee.authorization";

    private final AwsCredentials credentials;
    private final RequestSigner signer;
    private final String method;
    private final URI address;

    AwaitedSignature(AwsCredentials credentials, RequestSigner signer, String method, URI address) {
        this.credentials = credentials;
        this.signer = signer;
        this.method = method;
        this.address = address;
    }

    /**
     * Adds the signature.
     *
     * @param own what an earlier sending of the same request left in {@code Authorization}
     * @return the new one
     * @throws UnsignableRequestException where headers do not allow it
     */
    String sign(MultivaluedMap<String, Object> headers, byte[] body, @Nullable Object own) {
        Map<String, List<String>> signed = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            requireNobodyElses(lowerCase, values, own);
            if (isSigned(lowerCase)) {
                signed.put(lowerCase, values.stream().map(String::valueOf).toList());
            }
        });
        Map<String, String> signature = signer.sign(new OutgoingRequest(method, address, signed), body, credentials);
        signature.forEach(headers::putSingle);
        return Objects.requireNonNull(signature.get(RequestSigner.AUTHORIZATION));
    }

    private static void requireNobodyElses(String name, List<Object> values, @Nullable Object own) {
        if (name.equals("authorization") && !values.stream().allMatch(value -> value.equals(own))) {
            throw new UnsignableRequestException("A request that is to be signed has an Authorization header already:"
                    + " remove it, or what adds it, such as a filter, a proxy of headers or"
                    + " org.eclipse.microprofile.rest.client.propagateHeaders");
        }
        if (name.equals("host")) {
            throw new UnsignableRequestException("A request that is to be signed has a Host header of its own, which"
                    + " not all HTTP clients send: address the host itself; API Gateway takes x-apigw-api-id");
        }
    }

    /** What stays as it is on the way; the signer's own are its to make. */
    private static boolean isSigned(String name) {
        return name.equals("content-type") || (name.startsWith("x-amz-") && !RequestSigner.makes(name));
    }

    @Override
    public String toString() {
        return "AwaitedSignature";
    }
}
