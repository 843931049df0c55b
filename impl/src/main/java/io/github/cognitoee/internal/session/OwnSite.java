package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The application's own site, for proofs that browsers keep and add by themselves without a cookie. No address of it need be
 * configured: a page at the host that the request asks for is the application's, since browsers keep proofs by host.
 * Thread-safe.
 */
public final class OwnSite {

    private final BaseUrl baseUrl;

    public OwnSite(BaseUrlConfig config) {
        this.baseUrl = new BaseUrl(config);
    }

    /** Whether another site had a browser send a request that may change something. */
    public boolean isForged(HttpServletRequest request) {
        return CrossSite.mayChangeSomething(request) && CrossSite.isSentByAnother(request, origin(request));
    }

    private Optional<String> origin(HttpServletRequest request) {
        return baseUrl.originOf(request).or(() -> Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> isOfHostOf(request, origin)));
    }

    /** The scheme may be that of a proxy in front; and that http is no page of an https site is for browsers to say. */
    private static boolean isOfHostOf(HttpServletRequest request, String origin) {
        String host = BaseUrl.direct(request);
        return origin.equalsIgnoreCase("https://" + host) || origin.equalsIgnoreCase("http://" + host);
    }
}
