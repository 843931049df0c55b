package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.IamRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * An S3 in memory with one bucket, on a free loopback port. It checks the signature of every request (SigV4) against the
 * secret that belongs to the access key, so that only credentials which were really issued open it, and asks for leave
 * what a caller may do.
 */
final class LocalS3 implements AutoCloseable {

    private final BlobStoreContext store;
    private final S3Proxy server;

    private LocalS3(BlobStoreContext store, S3Proxy server) {
        this.store = store;
        this.server = server;
    }

    /**
     * @param secretOf the secret of an access key id; empty for one that was never issued or has expired
     * @param allowed what IAM says
     */
    static LocalS3 start(
            String bucket, Function<String, Optional<String>> secretOf, Predicate<IamRequest> allowed) {
        // not by name: that would load the stores of other clouds too
        BlobStoreContext store =
                ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
        BlobStore blobs = store.getBlobStore();
        blobs.createContainerInLocation(null, bucket);
        S3Proxy server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                // required by the builder; the locator below decides
                .awsAuthentication(AuthenticationType.AWS_V4, "unused", "unused")
                .ignoreUnknownHeaders(true)
                .build();
        server.setBlobStoreLocator((accessKeyId, container, key) -> secretOf.apply(accessKeyId)
                .map(secret -> Map.<String, BlobStore>entry(secret, new PolicedBlobStore(blobs, accessKeyId, allowed)))
                .orElse(null));
        LocalS3 s3 = new LocalS3(store, server);
        try {
            server.start();
        } catch (Exception e) {
            s3.close();
            throw new DemoFailure("The local S3 did not start: " + e.getMessage(), e);
        }
        return s3;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new DemoFailure("The local S3 did not stop: " + e.getMessage(), e);
        } finally {
            store.close();
        }
    }
}
