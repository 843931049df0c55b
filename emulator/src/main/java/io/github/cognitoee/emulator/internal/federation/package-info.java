/** Signing in at other OpenID Connect providers: the emulator as a relying party. Knows no HTTP server. */
@NullMarked
package io.github.cognitoee.emulator.internal.federation;

import org.jspecify.annotations.NullMarked;
