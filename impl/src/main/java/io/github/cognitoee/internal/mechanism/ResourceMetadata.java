package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.config.VerificationConfig;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The document in which the application tells anybody whose tokens it takes (RFC 9728). The mechanism answers it and no
 * servlet, because servers ask the mechanism ahead of every security constraint, filter and REST application.
 */
final class ResourceMetadata {

    private final Set<String> paths;
    private final byte[] document;

    private ResourceMetadata(Set<String> paths, byte[] document) {
        this.paths = paths;
        this.document = document;
    }

    /** The document of an application that publishes one. */
    static Optional<ResourceMetadata> of(CognitoSettings settings) {
        return settings.protectedResource()
                .map(resource -> new ResourceMetadata(
                        Set.copyOf(List.of(
                                ProtectedResource.WELL_KNOWN,
                                resource.metadata().getPath())),
                        document(resource, settings.verification())));
    }

    private static byte[] document(ProtectedResource resource, VerificationConfig verification) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("resource", resource.resource().toString())
                .add(
                        "authorization_servers",
                        array(verification.userPools().stream()
                                .flatMap(pool -> pool.issuers().stream().sorted())));
        if (!verification.requiredScopes().isEmpty()) {
            json.add(
                    "scopes_supported",
                    array(verification.requiredScopes().stream().sorted()));
        }
        json.add("bearer_methods_supported", array(Stream.of("header")));
        if (!resource.name().isEmpty()) {
            json.add("resource_name", resource.name());
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArrayBuilder array(Stream<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    /**
     * Whether the request is for this document: at the well-known path in the application's context, where proxies send
     * what clients ask for; or with the resource's path behind it, as clients ask an application at the root.
     */
    boolean isAskedFor(HttpServletRequest request) {
        String pathInfo = request.getPathInfo();
        return paths.contains(pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo);
    }

    /** Answers, whatever proof the request presents; body and flush, as every answer of the mechanism. */
    AuthenticationStatus answer(HttpMessageContext context) {
        HttpServletResponse response = context.getResponse();
        if (!response.isCommitted()) {
            try {
                write(context.getRequest().getMethod(), response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private void write(String method, HttpServletResponse response) throws IOException {
        boolean head = method.equals("HEAD");
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (!head && !method.equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentType("application/json");
        response.setContentLength(document.length);
        if (!head) {
            response.getOutputStream().write(document);
        }
        response.flushBuffer();
    }
}
