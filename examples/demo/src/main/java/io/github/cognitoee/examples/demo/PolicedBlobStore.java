package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.IamRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobAccess;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.ContainerAccess;
import org.jclouds.blobstore.domain.MultipartPart;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.CopyOptions;
import org.jclouds.blobstore.options.CreateContainerOptions;
import org.jclouds.blobstore.options.GetOptions;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.domain.Location;
import org.jclouds.io.Payload;
import org.jclouds.rest.AuthorizationException;

/**
 * The store as one caller may use it. What S3Proxy calls is asked of IAM under the name of the action that S3 has for it, and
 * a refusal becomes S3's {@code AccessDenied}.
 */
final class PolicedBlobStore extends ForwardingBlobStore {

    private static final int MOST_READ_OF_DENIED = 1 << 20;

    private final String accessKeyId;
    private final Predicate<IamRequest> allowed;

    PolicedBlobStore(BlobStore store, String accessKeyId, Predicate<IamRequest> allowed) {
        super(store);
        this.accessKeyId = accessKeyId;
        this.allowed = allowed;
    }

    private void expect(IamRequest request) {
        if (!allowed.test(request)) {
            throw new AuthorizationException(request.action() + " on " + request.resource() + " is denied", null);
        }
    }

    /** Who is still sending when the answer comes may see a broken connection in its stead: a little is read first. */
    private void expect(IamRequest request, Payload sent) {
        try {
            expect(request);
        } catch (AuthorizationException denied) {
            try (InputStream body = sent.openStream()) {
                body.readNBytes(MOST_READ_OF_DENIED);
            } catch (IOException e) {
                denied.addSuppressed(e);
            }
            throw denied;
        }
    }

    private IamRequest onBucket(String action, String bucket) {
        return IamRequest.of(accessKeyId, action, "arn:aws:s3:::" + bucket);
    }

    private IamRequest onObject(String action, String bucket, String key) {
        return IamRequest.of(accessKeyId, action, "arn:aws:s3:::" + bucket + "/" + key);
    }

    /** S3 tells only those that an object is missing who may list the bucket. */
    private <T> T found(String bucket, T object) {
        if (object == null) {
            expect(onBucket("s3:ListBucket", bucket));
        }
        return object;
    }

    @Override
    public Blob getBlob(String bucket, String key) {
        expect(onObject("s3:GetObject", bucket, key));
        return found(bucket, super.getBlob(bucket, key));
    }

    @Override
    public Blob getBlob(String bucket, String key, GetOptions options) {
        expect(onObject("s3:GetObject", bucket, key));
        return found(bucket, super.getBlob(bucket, key, options));
    }

    @Override
    public InputStream streamBlob(String bucket, String key) {
        expect(onObject("s3:GetObject", bucket, key));
        return super.streamBlob(bucket, key);
    }

    @Override
    public BlobMetadata blobMetadata(String bucket, String key) {
        expect(onObject("s3:GetObject", bucket, key));
        return found(bucket, super.blobMetadata(bucket, key));
    }

    @Override
    public boolean blobExists(String bucket, String key) {
        expect(onObject("s3:GetObject", bucket, key));
        return super.blobExists(bucket, key);
    }

    @Override
    public String putBlob(String bucket, Blob blob) {
        expect(onObject("s3:PutObject", bucket, blob.getMetadata().getName()), blob.getPayload());
        return super.putBlob(bucket, blob);
    }

    @Override
    public String putBlob(String bucket, Blob blob, PutOptions options) {
        expect(onObject("s3:PutObject", bucket, blob.getMetadata().getName()), blob.getPayload());
        return super.putBlob(bucket, blob, options);
    }

    @Override
    public String copyBlob(String fromBucket, String fromKey, String toBucket, String toKey, CopyOptions options) {
        expect(onObject("s3:GetObject", fromBucket, fromKey));
        expect(onObject("s3:PutObject", toBucket, toKey));
        return super.copyBlob(fromBucket, fromKey, toBucket, toKey, options);
    }

    @Override
    public void removeBlob(String bucket, String key) {
        expect(onObject("s3:DeleteObject", bucket, key));
        super.removeBlob(bucket, key);
    }

    /** All of them or none; S3 would delete those that it may. */
    @Override
    public void removeBlobs(String bucket, Iterable<String> keys) {
        keys.forEach(key -> expect(onObject("s3:DeleteObject", bucket, key)));
        super.removeBlobs(bucket, keys);
    }

    @Override
    public BlobAccess getBlobAccess(String bucket, String key) {
        expect(onObject("s3:GetObjectAcl", bucket, key));
        return super.getBlobAccess(bucket, key);
    }

    @Override
    public void setBlobAccess(String bucket, String key, BlobAccess access) {
        expect(onObject("s3:PutObjectAcl", bucket, key));
        super.setBlobAccess(bucket, key, access);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(String bucket, BlobMetadata blob, PutOptions options) {
        expect(onObject("s3:PutObject", bucket, blob.getName()));
        return super.initiateMultipartUpload(bucket, blob, options);
    }

    @Override
    public MultipartPart uploadMultipartPart(MultipartUpload upload, int part, Payload payload) {
        expect(onObject("s3:PutObject", upload.containerName(), upload.blobName()), payload);
        return super.uploadMultipartPart(upload, part, payload);
    }

    @Override
    public String completeMultipartUpload(MultipartUpload upload, List<MultipartPart> parts) {
        expect(onObject("s3:PutObject", upload.containerName(), upload.blobName()));
        return super.completeMultipartUpload(upload, parts);
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        expect(onObject("s3:AbortMultipartUpload", upload.containerName(), upload.blobName()));
        super.abortMultipartUpload(upload);
    }

    @Override
    public List<MultipartPart> listMultipartUpload(MultipartUpload upload) {
        expect(onObject("s3:ListMultipartUploadParts", upload.containerName(), upload.blobName()));
        return super.listMultipartUpload(upload);
    }

    @Override
    public List<MultipartUpload> listMultipartUploads(String bucket) {
        expect(onBucket("s3:ListBucketMultipartUploads", bucket));
        return super.listMultipartUploads(bucket);
    }

    @Override
    public PageSet<? extends StorageMetadata> list() {
        expect(onBucket("s3:ListAllMyBuckets", "*"));
        return super.list();
    }

    @Override
    public PageSet<? extends StorageMetadata> list(String bucket) {
        return list(bucket, ListContainerOptions.NONE);
    }

    @Override
    public PageSet<? extends StorageMetadata> list(String bucket, ListContainerOptions options) {
        IamRequest listing = onBucket("s3:ListBucket", bucket);
        expect(options.getPrefix() == null ? listing : listing.with("s3:prefix", options.getPrefix()));
        return super.list(bucket, options);
    }

    @Override
    public boolean containerExists(String bucket) {
        expect(onBucket("s3:ListBucket", bucket));
        return super.containerExists(bucket);
    }

    @Override
    public boolean createContainerInLocation(Location location, String bucket) {
        expect(onBucket("s3:CreateBucket", bucket));
        return super.createContainerInLocation(location, bucket);
    }

    @Override
    public boolean createContainerInLocation(Location location, String bucket, CreateContainerOptions options) {
        expect(onBucket("s3:CreateBucket", bucket));
        return super.createContainerInLocation(location, bucket, options);
    }

    @Override
    public boolean deleteContainerIfEmpty(String bucket) {
        expect(onBucket("s3:DeleteBucket", bucket));
        return super.deleteContainerIfEmpty(bucket);
    }

    @Override
    public ContainerAccess getContainerAccess(String bucket) {
        expect(onBucket("s3:GetBucketAcl", bucket));
        return super.getContainerAccess(bucket);
    }

    @Override
    public void setContainerAccess(String bucket, ContainerAccess access) {
        expect(onBucket("s3:PutBucketAcl", bucket));
        super.setContainerAccess(bucket, access);
    }
}
