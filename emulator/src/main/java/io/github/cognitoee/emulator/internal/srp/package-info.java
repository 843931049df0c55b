/** The Secure Remote Password protocol as user pools have it. */
@NullMarked
package io.github.cognitoee.emulator.internal.srp;

import org.jspecify.annotations.NullMarked;
