/** Encrypts what browsers and caches hold for the library. */
@NullMarked
package io.github.cognitoee.internal.cipher;

import org.jspecify.annotations.NullMarked;
