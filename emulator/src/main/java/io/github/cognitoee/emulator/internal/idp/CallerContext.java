package io.github.cognitoee.emulator.internal.idp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers tell about themselves and their users; taken and ignored. */
final class CallerContext {

    private CallerContext() {}

    /** What an application tells about itself. */
    record AnalyticsMetadata(@Nullable String analyticsEndpointId) {}

    /** What an application tells about its user's device. */
    record UserContextData(@Nullable String ipAddress, @Nullable String encodedData) {}

    /** What a server tells about the request of its user. */
    record ContextData(
            String ipAddress,
            String serverName,
            String serverPath,
            List<HttpHeader> httpHeaders,
            @Nullable String encodedData) {}

    record HttpHeader(@Nullable String headerName, @Nullable String headerValue) {}
}
