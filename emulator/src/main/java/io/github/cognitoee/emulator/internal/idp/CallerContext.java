package io.github.cognitoee.emulator.internal.idp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers tell about themselves and their users. */
final class CallerContext {

    private CallerContext() {}

    /** What an application tells about its user, if it may: a client without a secret could be anybody. */
    static @Nullable UserContextData heard(ClientContext context, @Nullable UserContextData told) {
        boolean heard = context.client().hasSecret()
                && Boolean.TRUE.equals(context.settings().enablePropagateAdditionalUserContextData());
        return heard ? told : null;
    }

    /** What a server tells about its user. */
    static @Nullable UserContextData of(@Nullable ContextData told) {
        return told == null ? null : new UserContextData(told.ipAddress(), told.encodedData());
    }

    /** What an application tells about itself; taken and ignored. */
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
