package io.github.cognitoee.examples.accounts;

/**
 * The session has ended here.
 *
 * @param revoked whether Cognito could be told; else its refresh token, which nobody has any more, ends when it expires
 */
public record SignedOut(boolean revoked) {}
