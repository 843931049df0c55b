/** WebAuthn: what browsers are asked, and whether their answers hold. The only package that knows its library. */
@NullMarked
package io.github.cognitoee.emulator.internal.passkey;

import org.jspecify.annotations.NullMarked;
