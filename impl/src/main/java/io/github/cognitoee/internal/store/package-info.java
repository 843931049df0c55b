/** The identity store: from a credential to a caller. */
@NullMarked
package io.github.cognitoee.internal.store;

import org.jspecify.annotations.NullMarked;
