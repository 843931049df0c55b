/** The user pool's API, as far as the library calls it. */
@NullMarked
package io.github.cognitoee.internal.userpool;

import org.jspecify.annotations.NullMarked;
