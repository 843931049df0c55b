/**
 * A local Amazon Cognito for development and tests: user pool tokens and their keys, identity pools, and the one call of
 * STS that tells whose credentials one holds. Start it with {@link io.github.cognitoee.emulator.CognitoEmulator}.
 */
@NullMarked
package io.github.cognitoee.emulator;

import org.jspecify.annotations.NullMarked;
