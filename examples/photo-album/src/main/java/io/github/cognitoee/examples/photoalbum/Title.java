package io.github.cognitoee.examples.photoalbum;

/** What a picture is called in the album: one line of text, without control characters and surplus length. */
record Title(String value) {

    private static final int MAX_LENGTH = 100;
    private static final String UNTITLED = "Untitled";

    Title {
        value = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ").strip();
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            value = value.substring(0, value.offsetByCodePoints(0, MAX_LENGTH));
        }
        value = value.isEmpty() ? UNTITLED : value;
    }

    /** The title of a picture whose owner gave none: the file name without its extension. */
    static Title of(FileName name) {
        return new Title(name.value().replaceFirst("\\.[^.]*$", ""));
    }
}
