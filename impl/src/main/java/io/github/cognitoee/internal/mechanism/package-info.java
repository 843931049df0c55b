/** The authentication mechanism: which proof a request presents, and what it is answered when the proof is not good. */
@NullMarked
package io.github.cognitoee.internal.mechanism;

import org.jspecify.annotations.NullMarked;
