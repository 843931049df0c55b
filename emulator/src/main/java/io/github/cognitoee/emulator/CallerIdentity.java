package io.github.cognitoee.emulator;

/**
 * Whose credentials signed a call; the answer of {@code GetCallerIdentity}.
 *
 * @param administrator whether they are an access key of the account, not those of a session of a role
 */
record CallerIdentity(String accessKeyId, String arn, String userId, String account, boolean administrator) {}
