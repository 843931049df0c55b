package io.github.cognitoee.emulator.internal.iam;

/**
 * What somebody would like to do.
 *
 * @param action such as {@code s3:GetObject}
 * @param resource its ARN, or {@code *} for an action without one
 */
public record Request(String action, String resource, Context context) {}
