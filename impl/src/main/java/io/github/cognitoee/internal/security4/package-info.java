/**
 * What only Jakarta Security 4.0 (Jakarta EE 11) has. Loaded by name, so that servers of Jakarta EE 10 never meet its
 * types; the one package that may use them.
 */
@NullMarked
package io.github.cognitoee.internal.security4;

import org.jspecify.annotations.NullMarked;
