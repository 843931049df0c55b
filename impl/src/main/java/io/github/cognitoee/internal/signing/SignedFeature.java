package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoSigned;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.function.Supplier;

/** What {@link CognitoSigned} injects. Thread-safe. */
@ConstrainedTo(RuntimeType.CLIENT)
final class SignedFeature implements Feature {

    /** After all other filters, which may change what is signed. */
    private static final int LAST_FILTER = Integer.MAX_VALUE;

    /** Nearer to the wire than all others. Jersey takes no priority below for one. */
    private static final int OUTERMOST_INTERCEPTOR = 1;

    private final Signatory signatory;
    private final Supplier<RequestSigner> signer;
    private final int maxBodySize;

    SignedFeature(Signatory signatory, Supplier<RequestSigner> signer, int maxBodySize) {
        this.signatory = signatory;
        this.signer = signer;
        this.maxBodySize = maxBodySize;
    }

    @Override
    public boolean configure(FeatureContext client) {
        client.register(new SigningFilter(signatory, signer), LAST_FILTER);
        client.register(new SigningInterceptor(maxBodySize), OUTERMOST_INTERCEPTOR);
        return true;
    }
}
