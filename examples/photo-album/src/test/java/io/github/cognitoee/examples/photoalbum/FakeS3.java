package io.github.cognitoee.examples.photoalbum;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A bucket that remembers keys alone. */
final class FakeS3 implements S3Client {

    private final Set<String> keys = new TreeSet<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, Runnable> events = new HashMap<>();

    /** The next call of this operation fails and has no effect. */
    void failOnce(String operation, RuntimeException exception) {
        failures.put(operation, exception);
    }

    /** Just before the next call of this operation takes effect, this happens. */
    void before(String operation, Runnable event) {
        events.put(operation, event);
    }

    Set<String> keys() {
        return keys;
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest put, RequestBody body) {
        fail("PutObject");
        keys.add(put.key());
        return PutObjectResponse.builder().build();
    }

    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest copy) {
        fail("CopyObject");
        boolean there = keys.contains(copy.sourceKey());
        Optional.ofNullable(events.remove("CopyObject")).ifPresent(Runnable::run);
        if (!there) {
            throw NoSuchKeyException.builder().build();
        }
        keys.add(copy.destinationKey());
        return CopyObjectResponse.builder().build();
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest delete) {
        fail("DeleteObject");
        keys.remove(delete.key());
        return DeleteObjectResponse.builder().build();
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest get) {
        if (!keys.contains(get.key())) {
            throw NoSuchKeyException.builder().build();
        }
        throw new UnsupportedOperationException("a bucket of keys alone");
    }

    private void fail(String operation) {
        RuntimeException failure = failures.remove(operation);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
