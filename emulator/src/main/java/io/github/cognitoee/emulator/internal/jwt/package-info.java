/** Signed tokens, as user pools and identity pools both meet them. Not for use from outside of the emulator. */
@NullMarked
package io.github.cognitoee.emulator.internal.jwt;

import org.jspecify.annotations.NullMarked;
