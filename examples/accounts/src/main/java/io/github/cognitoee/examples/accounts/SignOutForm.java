package io.github.cognitoee.examples.accounts;

/**
 * How to sign out, as the body of a request says it.
 *
 * @param everywhere of all devices and applications, instead of this browser alone
 */
public record SignOutForm(boolean everywhere) {}
