package io.github.cognitoee.emulator.internal.iam;

/**
 * The statement that decided.
 *
 * @param index its place in the policy, from 0
 * @param sid empty without one
 */
public record Finding(PolicyKind kind, String policy, int index, String sid) {}
