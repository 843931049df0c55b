package io.github.cognitoee.examples.accounts;

import java.util.SortedSet;

/**
 * Who is calling.
 *
 * @param username null for a machine
 */
public record Me(String username, SortedSet<String> groups) {}
