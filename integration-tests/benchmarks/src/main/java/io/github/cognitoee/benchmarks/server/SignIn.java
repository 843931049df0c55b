package io.github.cognitoee.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Signs alice in at a page as her browser would: goes where she is sent, fills in the form, and goes back. Cookies are kept
 * apart by host and port, unlike in a browser, so that the application is sent its own alone.
 */
final class SignIn {

    private static final int MOST_REDIRECTS = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    private SignIn() {}

    /**
     * The header with which the page is then asked for.
     *
     * @throws IllegalStateException when nobody has to sign in to open it
     */
    static String cookiesFor(URI page) throws IOException, InterruptedException {
        SignIn browser = new SignIn();
        HttpResponse<String> form = browser.open(page);
        if (form.uri().getAuthority().equals(page.getAuthority())) {
            throw new IllegalStateException(
                    "nobody has to sign in at " + page + ", which answered " + form.statusCode());
        }
        browser.submit(form);
        return "Cookie: " + browser.cookiesOf(page);
    }

    private HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(page).GET()));
    }

    private void submit(HttpResponse<String> page) throws IOException, InterruptedException {
        Element form = Jsoup.parse(page.body()).selectFirst("form");
        if (form == null) {
            throw new IllegalStateException("no form at " + page.uri() + ", status " + page.statusCode());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("username", "alice");
        fields.put("password", "Alice-Passw0rd");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI action = page.uri().resolve(form.attr("action"));
        follow(send(HttpRequest.newBuilder(action)
                .header("Origin", action.getScheme() + "://" + action.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> response = first;
        for (int i = 0; response.statusCode() == 302 || response.statusCode() == 303; i++) {
            if (i == MOST_REDIRECTS) {
                throw new IllegalStateException("redirected " + i + " times, last at " + response.uri());
            }
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(HttpRequest.newBuilder(next).GET());
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        builder.timeout(Duration.ofSeconds(60)).header("Accept", "text/html").header("Sec-Fetch-Mode", "navigate");
        URI address = builder.copy().build().uri();
        String sent = cookiesOf(address);
        if (!sent.isEmpty()) {
            builder.header("Cookie", sent);
        }
        HttpResponse<String> response = client.send(builder.build(), BodyHandlers.ofString());
        Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), authority -> new TreeMap<>());
        response.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookie, kept));
        return response;
    }

    private static void keep(String setCookie, Map<String, String> kept) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.matches("(?i).*;\\s*(max-age=0\\b|expires=thu, 01.jan.1970).*")) {
            kept.remove(pair[0]);
        } else {
            kept.put(pair[0], pair[1]);
        }
    }

    private String cookiesOf(URI address) {
        return cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
