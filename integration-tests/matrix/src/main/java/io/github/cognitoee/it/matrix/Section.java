package io.github.cognitoee.it.matrix;

/** The part of a document between {@code <!-- name -->} and {@code <!-- /name -->}, which is written anew. */
record Section(String name, String content) {

    /** @throws IllegalArgumentException when the document has no such part */
    String replacedIn(String document) {
        String begin = "<!-- " + name + " -->\n";
        int from = document.indexOf(begin);
        int to = document.indexOf("<!-- /" + name + " -->");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no section " + name + " between <!-- " + name + " --> and <!-- /" + name
                    + " -->, each on a line of its own");
        }
        return document.substring(0, from + begin.length()) + "\n" + content + "\n" + document.substring(to);
    }
}
