/**
 * The emulator as a JUnit Jupiter extension. Start at {@link io.github.cognitoee.emulator.junit.EmulatedCognito}; JUnit
 * itself is the application's own dependency.
 */
@NullMarked
package io.github.cognitoee.emulator.junit;

import org.jspecify.annotations.NullMarked;
