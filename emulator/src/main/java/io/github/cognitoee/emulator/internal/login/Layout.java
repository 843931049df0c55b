package io.github.cognitoee.emulator.internal.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The frame of all pages. They have no script, and one style sheet, which the policy names by its hash. */
public final class Layout {

    /** What a browser may do with a page: show it. */
    public static final String POLICY;

    private static final String STYLE = style();

    static {
        POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";
    }

    private Layout() {}

    /**
     * A whole page.
     *
     * @param otherLanguages links to the same page in other languages
     */
    static Html page(Language language, String title, Html body, List<Html> otherLanguages) {
        return Html.of(
                """
                <!doctype html>
                <html lang="{}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{}</title>
                <style>{}</style>
                </head>
                <body>
                <main>
                <p class="notice">{}</p>
                <h1>{}</h1>
                {}
                </main>
                <footer>{}</footer>
                </body>
                </html>
                """,
                language.tag(),
                title + " – " + language.text("emulator"),
                new Html(STYLE),
                language.text("notice"),
                title,
                body,
                otherLanguages);
    }

    /** Links to a page in the languages that it is not shown in. */
    static List<Html> languageLinks(Language shown, PageRequest request, String path) {
        return Stream.of(Language.values())
                .filter(language -> language != shown)
                .map(language -> Html.of(
                        "<a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>",
                        path + "?" + withLanguage(request.rawQuery(), language),
                        language.tag(),
                        language.tag(),
                        language.ownName()))
                .toList();
    }

    private static String withLanguage(String rawQuery, Language language) {
        List<String> others = Stream.of(rawQuery.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("lang="))
                .toList();
        return String.join(
                "&",
                Stream.concat(others.stream(), Stream.of("lang=" + language.tag()))
                        .toList());
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Layout.class.getResourceAsStream("style.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
