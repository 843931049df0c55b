package io.github.cognitoee.internal.session;

/**
 * What a page asks.
 *
 * @param title of the page
 * @param fields HTML: what there is to read and to enter, and a button
 * @param script JavaScript; empty for none
 */
record Question(String title, String fields, String script) {

    Question(String title, String fields) {
        this(title, fields, "");
    }
}
