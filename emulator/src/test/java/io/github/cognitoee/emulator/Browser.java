package io.github.cognitoee.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without scripts: keeps cookies, fills in the form that it is shown, and follows redirects on the emulator's own
 * domain, not those to an application.
 */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private URI address;
    private HttpResponse<String> answer;

    Browser(CognitoEmulator emulator) {
        this.address = emulator.domain();
    }

    /** With a header on all further requests. */
    Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Browser open(String reference) throws IOException, InterruptedException {
        go(HttpRequest.newBuilder(address.resolve(reference)).GET());
        return this;
    }

    /** Sends the page's form with these fields filled in, by names and values. */
    Browser submit(String... namesAndValues) throws IOException, InterruptedException {
        return submitForm("form", namesAndValues);
    }

    /** As {@link #submit}, of several forms the one that the selector finds. */
    Browser submitForm(String selector, String... namesAndValues) throws IOException, InterruptedException {
        Element form = page().selectFirst(selector);
        if (form == null) {
            throw new AssertionError("the page has no " + selector + ": " + answer.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], select[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (fields.replace(namesAndValues[i], namesAndValues[i + 1]) == null) {
                throw new AssertionError("the form has no field " + namesAndValues[i] + ": " + form);
            }
        }
        return post(form.attr("action"), fields);
    }

    Browser post(String reference, Map<String, String> fields) throws IOException, InterruptedException {
        go(HttpRequest.newBuilder(address.resolve(reference))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
        return this;
    }

    int status() {
        return answer.statusCode();
    }

    HttpResponse<String> answer() {
        return answer;
    }

    URI address() {
        return address;
    }

    Document page() {
        return Jsoup.parse(answer.body());
    }

    /** Where the last answer leads: an address at an application. */
    String location() {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode() + ": " + answer.body()));
    }

    /** A parameter of {@link #location}. */
    String returned(String name) {
        return parameters(location()).get(name);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** The parameters of an address, in its query or behind {@code #}. */
    static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.split("[?#]", 2)[1].split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private void go(HttpRequest.Builder request) throws IOException, InterruptedException {
        send(request);
        while (answer.statusCode() == 302 && isOwn(address.resolve(location()))) {
            send(HttpRequest.newBuilder(address.resolve(location())).GET());
        }
    }

    private boolean isOwn(URI target) {
        return target.getAuthority() != null && target.getAuthority().equals(address.getAuthority());
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpRequest sent = request.build();
        answer = CLIENT.send(sent, BodyHandlers.ofString());
        address = sent.uri();
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
