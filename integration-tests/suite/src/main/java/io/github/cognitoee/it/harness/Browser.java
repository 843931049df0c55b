package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A browser without scripts: follows redirects wherever they lead, fills in forms, and keeps cookies as browsers do: by host
 * whatever the port, by path, and secure ones on {@code localhost} too. Not thread-safe: one person at one tab.
 */
public final class Browser {

    private static final int MOST_REDIRECTS = 20;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Map<String, Kept> cookies;
    private URI address = URI.create("about:blank");
    private HttpResponse<String> response;
    private final List<URI> visited = new ArrayList<>();

    /** Where a cookie goes, and what it says. */
    private record Kept(String host, String path, String name, String value, String attributes) {

        boolean goesTo(URI target) {
            return host.equals(target.getHost())
                    && (target.getPath().equals(path)
                            || target.getPath().startsWith(path.endsWith("/") ? path : path + "/"));
        }
    }

    public Browser() {
        this(new TreeMap<>());
    }

    private Browser(Map<String, Kept> cookies) {
        this.cookies = cookies;
    }

    /** Another tab of the same browser: it shares the cookies. */
    public Browser anotherTab() {
        return new Browser(cookies);
    }

    /** Opens a page and follows redirects to the one that is shown in the end. */
    public Browser open(URI page) {
        visit(page);
        return follow();
    }

    /** Opens a page, and stays where it redirects. */
    public Browser visit(URI page) {
        return send(HttpRequest.newBuilder(page)
                .header("Sec-Fetch-Mode", "navigate")
                .GET());
    }

    /** What a script of the page at hand asks for. */
    public Browser fetch(String method, URI target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Sec-Fetch-Mode", "cors")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Fills in the form that is shown, sends it and follows redirects; fields by names and values in turn. */
    public Browser submit(String... namesAndValues) {
        Element form = Jsoup.parse(response.body()).selectFirst("form");
        if (form == null) {
            throw new AssertionError("no form at " + address + ", status " + status() + ": " + response.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (fields.replace(namesAndValues[i], namesAndValues[i + 1]) == null) {
                throw new AssertionError("the form has no field " + namesAndValues[i] + ": " + form);
            }
        }
        return post(address.resolve(form.attr("action")), fields).follow();
    }

    /** Sends a form of the same site, and stays where that redirects. */
    public Browser post(URI target, Map<String, String> fields) {
        return post(target, fields, target.getScheme() + "://" + target.getRawAuthority());
    }

    /** Sends a form as a page of that origin would have it sent. */
    public Browser post(URI target, Map<String, String> fields, String origin) {
        return send(HttpRequest.newBuilder(target)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    /** Goes where the last answers redirect. */
    public Browser follow() {
        for (int i = 0; isRedirect(); i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("redirected " + i + " times, last to " + location());
            }
            visit(address.resolve(location()));
        }
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public Answer answer() {
        return Answer.of(response);
    }

    /** Where it is now. */
    public URI address() {
        return address;
    }

    /** The last address it came by that begins like this, with its query. */
    public URI lastRedirectThrough(URI beginning) {
        return visited.stream()
                .filter(visit -> visit.toString().startsWith(beginning.toString()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("never came by " + beginning));
    }

    /** Where the last answer redirects. */
    public String location() {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(
                        () -> new AssertionError("no redirect at " + address + " but " + status() + ": " + body()));
    }

    /** A parameter of the address that the last answer redirects to. */
    public String redirectedWith(String parameter) {
        for (String pair : URI.create(location()).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(parameter)) {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + parameter + " in " + location());
    }

    /** The names of the cookies that go to an address. */
    public List<String> cookiesFor(URI target) {
        return cookies.values().stream()
                .filter(cookie -> cookie.goesTo(target))
                .map(Kept::name)
                .toList();
    }

    /** The value of one of them. */
    public String cookie(String name) {
        return kept(name).value();
    }

    /** Its attributes, as they were set. */
    public String attributesOf(String name) {
        return kept(name).attributes();
    }

    /** Sets one, as somebody might who sits at the browser. */
    public void setCookie(String name, String value) {
        Kept old = kept(name);
        cookies.put(key(old), new Kept(old.host(), old.path(), name, value, old.attributes()));
    }

    private Kept kept(String name) {
        return cookies.values().stream()
                .filter(cookie -> cookie.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    private boolean isRedirect() {
        return status() == 302 || status() == 303;
    }

    private Browser send(HttpRequest.Builder builder) {
        builder.timeout(Duration.ofSeconds(60));
        HttpRequest bare = builder.build();
        if (bare.headers().firstValue("Accept").isEmpty()) {
            builder.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        }
        String sent = cookies.values().stream()
                .filter(cookie -> cookie.goesTo(bare.uri()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            builder.header("Cookie", sent);
        }
        try {
            response = CLIENT.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        address = bare.uri();
        visited.add(address);
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return this;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        String attributes = setCookie.contains(";")
                ? setCookie.substring(setCookie.indexOf(';') + 1).strip()
                : "";
        Kept cookie = new Kept(address.getHost(), pathOf(attributes), pair[0], pair[1], attributes);
        if (attributes.matches("(?i).*(max-age=0\\b|expires=thu, 01.jan.1970).*")) {
            cookies.remove(key(cookie));
        } else {
            cookies.put(key(cookie), cookie);
        }
    }

    private static String pathOf(String attributes) {
        for (String attribute : attributes.split(";")) {
            String[] parts = attribute.strip().split("=", 2);
            if (parts[0].equalsIgnoreCase("path") && parts.length == 2) {
                return parts[1];
            }
        }
        return "/";
    }

    private static String key(Kept cookie) {
        return cookie.host() + " " + cookie.path() + " " + cookie.name();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
