package io.github.cognitoee.benchmarks.server;

import java.nio.charset.StandardCharsets;

/**
 * What is asked of a server over and over again.
 *
 * @param header by which the caller proves who they are; empty for none
 * @param expected what stands in every good answer
 */
record Question(String path, String header, String expected) {

    static Question parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Question(fields[0], fields[1], fields[2]);
    }

    /** As one line of a file. */
    String format() {
        return String.join("\t", path, header, expected);
    }

    /** As a browser would open a page. */
    byte[] request(int port) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nAccept: text/html,*/*;q=0.8\r\nSec-Fetch-Mode: navigate\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Without the proof. */
    @Override
    public String toString() {
        return path;
    }
}
