package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs people in at Cognito's managed login: sends their browsers there, and takes them back. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: authorize
 *     endpoint</a>
 */
public final class ManagedLogin implements SignInPage {

    private final ManagedLoginConfig config;
    private final Application application;
    private final SignInsUnderWay signIns;
    private final Callback callback;

    ManagedLogin(ManagedLoginConfig config, Application application, SignInsUnderWay signIns, Callback callback) {
        this.config = config;
        this.application = application;
        this.signIns = signIns;
        this.callback = callback;
    }

    @Override
    public PageAnswer start(HttpServletRequest request, Visit visit) {
        Optional<String> base = application.baseUrl(request);
        if (base.isEmpty()) {
            return application.unknownHost(request);
        }
        Map<String, String> wishes = visit.over(config.parameters());
        Flow flow = signIns.begin(request, visit, visit.required(wishes), base.get());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", config.clientId());
        parameters.put("redirect_uri", config.redirectUri().under(base.get()));
        parameters.put("scope", String.join(" ", config.scopes()));
        parameters.put("state", flow.state());
        parameters.put("nonce", flow.nonce());
        parameters.put("code_challenge", flow.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(wishes);
        return PageAnswer.redirect(
                config.domain() + "/oauth2/authorize?" + FormBody.of(parameters), signIns.keep(flow, request));
    }

    /** Whether the request is managed login's answer, which {@link #finish} is for. */
    public boolean isCallback(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return config.redirectUri().isAbsolute()
                ? config.redirectUri().path().equals(request.getContextPath() + path)
                : config.redirectUri().path().equals(path);
    }

    /** Takes the browser back: begins a session and sends it on, or says what is wrong. */
    public PageAnswer finish(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> base = application.baseUrl(request);
        if (base.isEmpty()) {
            return application.unknownHost(request);
        }
        return callback.answer(request, base.get())
                .fold(
                        signedIn -> signIns.end(
                                signedIn.flow(), signedIn.tokens(), Proof.MANAGED_LOGIN, base.get(), request, response),
                        failed -> application.failed(failed.failure(), failed.detail(), failed.setCookies(), request));
    }
}
