/** From the caller's ID token to the caller's own AWS credentials: exchange, cache and the injectable types. */
@NullMarked
package io.github.cognitoee.internal.identitypool;

import org.jspecify.annotations.NullMarked;
