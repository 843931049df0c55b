package io.github.cognitoee.emulator.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The frame of all pages. They have no script, and one style sheet, which the policy names by its hash.
 *
 * @param language by its tag
 * @param site what the page is a part of
 * @param notice what people must know first
 * @param width the class of the page's main part: {@code narrow} for a form, {@code wide} for tables
 */
public record Frame(String language, String site, String notice, String width) {

    /** What a browser may do with a page: show it. */
    public static final String POLICY;

    private static final Html STYLE = new Html(style());

    static {
        POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE.text())
                + "'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** A whole page. */
    public Html page(String title, Html body, Html footer) {
        return Html.of(
                """
                <!doctype html>
                <html lang="{}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{} – {}</title>
                <style>{}</style>
                </head>
                <body>
                <main class="{}">
                <p class="notice">{}</p>
                <h1>{}</h1>
                {}
                </main>
                <footer>{}</footer>
                </body>
                </html>
                """,
                language,
                title,
                site,
                STYLE,
                width,
                notice,
                title,
                body,
                footer);
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Frame.class.getResourceAsStream("style.css"))) {
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
