package io.github.cognitoee.internal.signing;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a REST client does with a feature: its filter, its interceptor around what writes the body, and then the wire. */
final class FakeClient {

    /** Writes a body. */
    interface Body {
        void writeTo(OutputStream stream) throws IOException;
    }

    final Map<String, Object> properties = new HashMap<>();
    private final List<ClientRequestFilter> filters = new ArrayList<>();
    private final List<WriterInterceptor> interceptors = new ArrayList<>();
    private final Map<Object, Integer> priorities = new HashMap<>();

    FakeClient(Feature feature) {
        feature.configure(as(FeatureContext.class, (proxy, method, arguments) -> {
            priorities.put(arguments[0], (Integer) arguments[1]);
            if (arguments[0] instanceof ClientRequestFilter filter) {
                filters.add(filter);
            } else {
                interceptors.add((WriterInterceptor) arguments[0]);
            }
            return proxy;
        }));
    }

    int priorityOfFilter() {
        return priorities.get(filters.get(0));
    }

    int priorityOfInterceptor() {
        return priorities.get(interceptors.get(0));
    }

    Request request(String method, String uri) {
        return new Request(method, URI.create(uri));
    }

    /** One request, which may be sent again. */
    final class Request {

        final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        final Map<String, Object> properties = new HashMap<>();
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        URI uri;
        private final String method;
        private OutputStream stream = wire;

        private Request(String method, URI uri) {
            this.method = method;
            this.uri = uri;
        }

        Request header(String name, Object value) {
            headers.add(name, value);
            return this;
        }

        Request property(String name, Object value) {
            properties.put(name, value);
            return this;
        }

        Map<String, String> sentHeaders() {
            Map<String, String> sent = new HashMap<>();
            headers.forEach((name, values) -> sent.put(
                    name, String.join(",", values.stream().map(String::valueOf).toList())));
            return sent;
        }

        Request send() throws IOException {
            filter(false);
            return this;
        }

        Request send(Body body) throws IOException {
            filter(true);
            return write(body);
        }

        /** As a client does that forgot the filter. */
        Request write(Body body) throws IOException {
            for (WriterInterceptor interceptor : interceptors) {
                interceptor.aroundWriteTo(as(WriterInterceptorContext.class, (proxy, called, arguments) -> {
                    switch (called.getName()) {
                        case "getOutputStream":
                            return stream;
                        case "setOutputStream":
                            stream = (OutputStream) arguments[0];
                            return null;
                        case "proceed":
                            body.writeTo(stream);
                            return null;
                        default:
                            return common(called.getName(), arguments);
                    }
                }));
            }
            return this;
        }

        private void filter(boolean hasEntity) throws IOException {
            for (ClientRequestFilter filter : filters) {
                filter.filter(as(ClientRequestContext.class, (proxy, called, arguments) -> {
                    switch (called.getName()) {
                        case "getUri":
                            return uri;
                        case "setUri":
                            uri = (URI) arguments[0];
                            return null;
                        case "getMethod":
                            return method;
                        case "hasEntity":
                            return hasEntity;
                        case "getConfiguration":
                            return as(
                                    Configuration.class,
                                    (of, asked, names) -> FakeClient.this.properties.get((String) names[0]));
                        default:
                            return common(called.getName(), arguments);
                    }
                }));
            }
        }

        private Object common(String called, Object[] arguments) {
            switch (called) {
                case "getHeaders":
                    return headers;
                case "getProperty":
                    return properties.get((String) arguments[0]);
                case "setProperty":
                    properties.put((String) arguments[0], arguments[1]);
                    return null;
                default:
                    throw new UnsupportedOperationException(called);
            }
        }
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeClient.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
