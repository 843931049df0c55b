package io.github.cognitoee;

/**
 * The IAM role that a caller's credentials are of, and how it came to be that one.
 *
 * @param arn ARN of the role. STS names a role without its path; the path is told where the caller's token or the request
 *     names the same role, and else left out
 * @param choice what chose it, as far as it can be told from outside of the identity pool
 */
public record IssuedRole(String arn, RoleChoice choice) {}
