package io.github.cognitoee.internal.signing;

import io.github.cognitoee.UnsignableRequestException;
import io.github.cognitoee.internal.config.Region;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs requests for one service in one region, by the AWS SDK's own signer. Paths are normalised and encoded twice, as all
 * services but S3 have it. Stateless, thread-safe.
 */
final class RequestSigner {

    static final String AUTHORIZATION = "Authorization";

    /** What a signature consists of, {@code Host} apart, which is the HTTP client's. */
    private static final List<String> SIGNATURE =
            List.of("x-amz-date", "x-amz-content-sha256", "x-amz-security-token", AUTHORIZATION);

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final String service;
    private final Region region;
    private final Clock clock;

    RequestSigner(String service, Region region, Clock clock) {
        this.service = service;
        this.region = region;
        this.clock = clock;
    }

    /**
     * The headers to add.
     *
     * @throws UnsignableRequestException for a method that the AWS SDK does not know
     */
    Map<String, String> sign(OutgoingRequest request, byte[] body, AwsCredentials credentials) {
        SdkHttpRequest signed = SIGNER.sign(signing -> signing.identity(credentials)
                        .request(unsigned(request))
                        .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.name())
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Map<String, String> headers = new LinkedHashMap<>();
        SIGNATURE.forEach(name -> signed.firstMatchingHeader(name).ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    /** Whether a header is the signature's own, and what stands there of no account. */
    static boolean makes(String name) {
        return SIGNATURE.contains(name);
    }

    private static SdkHttpRequest unsigned(OutgoingRequest request) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(method(request)).uri(request.address());
        request.headers().forEach(unsigned::putHeader);
        return unsigned.build();
    }

    private static SdkHttpMethod method(OutgoingRequest request) {
        try {
            return SdkHttpMethod.valueOf(request.method());
        } catch (IllegalArgumentException e) {
            throw new UnsignableRequestException(
                    "A request with method " + request.method() + " cannot be signed: expected one of "
                            + List.of(SdkHttpMethod.values()),
                    e);
        }
    }
}
