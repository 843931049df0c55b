/**
 * A local Amazon Cognito for development and tests: user pools, their tokens and keys, identity pools, and what STS does
 * for their callers. Start it with {@link io.github.cognitoee.emulator.CognitoEmulator}.
 */
@NullMarked
package io.github.cognitoee.emulator;

import org.jspecify.annotations.NullMarked;
