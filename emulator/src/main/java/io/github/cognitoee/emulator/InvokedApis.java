package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.IamDecision.Allowed;
import io.github.cognitoee.emulator.internal.identity.CredentialsVault;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for API Gateway: REST APIs whose methods have the authorization {@code AWS_IAM}. The signature is verified, IAM
 * asked for {@code execute-api:Invoke}, and what a method would see of its caller is the answer.
 */
final class InvokedApis implements RouteGroup {

    static final String ROOT = "/execute-api";

    private static final String SERVICE = "execute-api";
    private static final String API = ROOT + "/{api}/{stage}";
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.HEAD,
            HandlerType.OPTIONS);

    private final EmulatorConfig config;
    private final SignatureCheck signatures;
    private final Iam iam;
    private final CredentialsVault vault;
    private final RequestCounts counts;

    InvokedApis(
            EmulatorConfig config, SignatureCheck signatures, Iam iam, CredentialsVault vault, RequestCounts counts) {
        this.config = config;
        this.signatures = signatures;
        this.iam = iam;
        this.vault = vault;
        this.counts = counts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (HandlerType method : METHODS) {
            routes.addHttpHandler(method, API, this::invoke);
            routes.addHttpHandler(method, API + "/<path>", this::invoke);
        }
    }

    private void invoke(Context context) {
        counts.add(SERVICE);
        HttpCall call = HttpCall.of(context);
        try {
            CallerIdentity caller = signatures.caller(call, SERVICE);
            String resource = arnOf(call);
            iam.decide(caller.accessKeyId(), "execute-api:Invoke", resource)
                    .fold(
                            allowed -> answer(context, 200, seen(allowed, caller, resource)),
                            denied -> refuse(
                                    context,
                                    "AccessDeniedException",
                                    "Message",
                                    denied.message().replace(resource, masked(resource))),
                            unknown -> refuse(context, unknown.type(), "message", unknown.message()));
        } catch (ServiceException e) {
            refuse(context, e.type(), "message", e.text());
        }
    }

    /** {@code arn:aws:execute-api:<region>:<account>:<api>/<stage>/<method>/<path>}. */
    private String arnOf(HttpCall call) {
        String[] path = call.rawPath().substring(ROOT.length() + 1).split("/", 3);
        return String.join(":", "arn:aws", SERVICE, config.region(), config.accountId(), path[0]) + "/" + path[1] + "/"
                + call.method() + "/" + (path.length < 3 ? "" : path[2]);
    }

    /** As {@code $context.identity} of a mapping template. */
    private Map<String, Object> seen(Allowed allowed, CallerIdentity caller, String resource) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("accessKey", caller.accessKeyId());
        identity.put("accountId", caller.account());
        identity.put("caller", caller.userId());
        identity.put("user", caller.userId());
        identity.put("userArn", caller.arn());
        vault.session(caller.accessKeyId()).ifPresent(session -> {
            List<String> methods = session.identity().methods();
            identity.put("cognitoIdentityId", session.identity().subject());
            identity.put("cognitoIdentityPoolId", session.identity().audience());
            identity.put("cognitoAuthenticationType", methods.get(0));
            identity.put(
                    "cognitoAuthenticationProvider",
                    methods.size() == 1 ? null : String.join(",", methods.subList(1, methods.size())));
        });
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("resource", resource);
        seen.put("identity", identity);
        seen.put("allowedBy", allowed.by().toString());
        return seen;
    }

    /** API Gateway hides most of the number of the account that has the API. */
    private String masked(String resource) {
        String account = config.accountId();
        return resource.replaceFirst(account, "********" + account.substring(account.length() - 4));
    }

    private static Optional<Void> refuse(Context context, String type, String member, String message) {
        context.header("x-amzn-ErrorType", type);
        return answer(context, 403, Map.of(member, message));
    }

    private static Optional<Void> answer(Context context, int status, Map<String, Object> body) {
        context.status(status).contentType("application/json").result(JsonProtocol.bytes(body));
        return Optional.empty();
    }
}
