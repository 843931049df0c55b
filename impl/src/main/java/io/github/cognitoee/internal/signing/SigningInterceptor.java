package io.github.cognitoee.internal.signing;

import io.github.cognitoee.UnsignableRequestException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Signs a request with its body: keeps that back until all of it is there, adds the signature to the headers, and lets it go. It
 * stands around all other interceptors, so that it sees what is sent. Thread-safe.
 */
@ConstrainedTo(RuntimeType.CLIENT)
final class SigningInterceptor implements WriterInterceptor {

    private final int maxBodySize;

    SigningInterceptor(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext request) throws IOException {
        AwaitedSignature signature = awaited(request);
        OutputStream wire = request.getOutputStream();
        BoundedBody body = new BoundedBody(maxBodySize);
        request.setOutputStream(body);
        write(request, body);
        byte[] octets = body.octets();
        request.setProperty(
                AwaitedSignature.AUTHORIZED,
                signature.sign(request.getHeaders(), octets, request.getProperty(AwaitedSignature.AUTHORIZED)));
        request.setOutputStream(wire);
        wire.write(octets);
    }

    private static AwaitedSignature awaited(WriterInterceptorContext request) {
        if (request.getProperty(AwaitedSignature.PROPERTY) instanceof AwaitedSignature signature) {
            return signature;
        }
        throw new UnsignableRequestException(
                "A request is not sent, as nothing has been found out of who signs it: the HTTP client has left the"
                        + " filter of @CognitoSigned out, or gone on when that failed");
    }

    /** To Jersey an {@code IOException} is one of the connection: it would go on, and send the request without a signature. */
    private static void write(WriterInterceptorContext request, BoundedBody body) {
        try {
            request.proceed();
        } catch (IOException e) {
            body.requireWithinBound();
            throw new ProcessingException("The body of a request that is to be signed cannot be written", e);
        } catch (RuntimeException e) {
            body.requireWithinBound();
            throw e;
        }
        body.requireWithinBound();
    }
}
