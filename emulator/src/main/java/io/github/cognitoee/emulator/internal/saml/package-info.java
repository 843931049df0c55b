/** SAML responses: writes and signs them, and reads those whose signature holds. Knows nobody. */
@NullMarked
package io.github.cognitoee.emulator.internal.saml;

import org.jspecify.annotations.NullMarked;
