package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoSigned;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out who signs a request, and signs it if it has no body; else {@link SigningInterceptor} does. Thread-safe. */
@ConstrainedTo(RuntimeType.CLIENT)
final class SigningFilter implements ClientRequestFilter {

    /** Jersey's. A request that is sent on elsewhere takes the session token along, and fails there. */
    private static final String FOLLOW_REDIRECTS = "jersey.config.client.followRedirects";

    private static final byte[] NO_BODY = {};

    private final Signatory signatory;
    private final Supplier<RequestSigner> signer;

    SigningFilter(Signatory signatory, Supplier<RequestSigner> signer) {
        this.signatory = signatory;
        this.signer = signer;
    }

    @Override
    public void filter(ClientRequestContext request) {
        URI address = SignableAddress.of(request.getUri());
        AwaitedSignature signature = new AwaitedSignature(
                signatory.credentials(givenIdentity(request)), signer.get(), request.getMethod(), address);
        request.setUri(address);
        request.setProperty(FOLLOW_REDIRECTS, false);
        if (request.hasEntity()) {
            request.setProperty(AwaitedSignature.PROPERTY, signature);
        } else {
            request.setProperty(
                    AwaitedSignature.AUTHORIZED,
                    signature.sign(request.getHeaders(), NO_BODY, request.getProperty(AwaitedSignature.AUTHORIZED)));
        }
    }

    /** Of the request, else of its client. */
    private static Optional<Object> givenIdentity(ClientRequestContext request) {
        return Optional.ofNullable(request.getProperty(CognitoSigned.IDENTITY))
                .or(() -> Optional.ofNullable(request.getConfiguration().getProperty(CognitoSigned.IDENTITY)));
    }
}
