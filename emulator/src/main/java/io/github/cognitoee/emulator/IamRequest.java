package io.github.cognitoee.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the holder of an access key would like to do.
 *
 * <pre>{@code
 * IamRequest.of(accessKeyId, "s3:ListBucket", "arn:aws:s3:::photos").with("s3:prefix", identityId + "/")
 * }</pre>
 *
 * @param accessKeyId of credentials that an identity pool or STS issued, or of the configuration
 * @param action such as {@code s3:GetObject}
 * @param resource its ARN, or {@code *} for an action that has none
 * @param context what conditions of policies may ask about the request, by condition key. What they may ask about the
 *     caller comes from the credentials; {@code aws:SecureTransport} is true unless it stands here
 */
public record IamRequest(String accessKeyId, String action, String resource, Map<String, List<String>> context) {

    public IamRequest {
        Objects.requireNonNull(accessKeyId, "accessKeyId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(resource, "resource");
        context = Map.copyOf(context);
    }

    /** A request about which there is no more to say. */
    public static IamRequest of(String accessKeyId, String action, String resource) {
        return new IamRequest(accessKeyId, action, resource, Map.of());
    }

    /** The same request, in which a condition key has this value, or these. */
    public IamRequest with(String key, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(context);
        more.put(key, List.of(values));
        return new IamRequest(accessKeyId, action, resource, more);
    }
}
