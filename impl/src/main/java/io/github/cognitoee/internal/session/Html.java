package io.github.cognitoee.internal.session;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** Fit for an element and for an attribute in quotation marks. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A field that nobody sees. */
    static String input(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">\n";
    }
}
