package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.caller.ClientAddress;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.userpool.SignInRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** The application as browsers know it: its address, and the pages that say why nobody is signed in. Thread-safe. */
final class Application {

    private static final System.Logger LOG = System.getLogger(Application.class.getName());

    private final BaseUrlConfig config;
    private final BaseUrl baseUrl;
    private final ErrorPages pages;

    Application(BaseUrlConfig config) {
        this.config = config;
        this.baseUrl = new BaseUrl(config);
        this.pages = new ErrorPages(baseUrl);
    }

    /** Its own address, context path included; empty where the request names a host that is not listed. */
    Optional<String> baseUrl(HttpServletRequest request) {
        return baseUrl.of(request);
    }

    /** Tells the user pool where the person's request came from, as far as that is known. */
    SignInRequest addressed(SignInRequest signIn, HttpServletRequest request) {
        return ClientAddress.of(request, config).map(signIn::clientAddress).orElse(signIn);
    }

    /** For a request that names a host which is not listed. */
    PageAnswer unknownHost(HttpServletRequest request) {
        return pages.unknownHost(request);
    }

    /** @param detail for the log, without secrets */
    PageAnswer failed(Failure failure, String detail, HttpServletRequest request) {
        return failed(failure, detail, List.of(), request);
    }

    PageAnswer failed(Failure failure, String detail, List<String> setCookies, HttpServletRequest request) {
        String incident = RandomText.ofBytes(6);
        if (failure == Failure.MISCONFIGURED) {
            Problem.LOGIN_MISCONFIGURED.log(LOG, "sign-in {0} failed: {1}", incident, detail);
        } else {
            LOG.log(Level.INFO, "sign-in {0} failed: {1}", incident, detail);
        }
        return pages.of(failure, incident, setCookies, request);
    }
}
