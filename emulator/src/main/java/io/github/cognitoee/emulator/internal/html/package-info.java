/** Pages without scripts: what is HTML, what is escaped into it, and the frame that all of them have. */
@NullMarked
package io.github.cognitoee.emulator.internal.html;

import org.jspecify.annotations.NullMarked;
