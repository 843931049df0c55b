/** The portable extension and the producers. */
@NullMarked
package io.github.cognitoee.internal.cdi;

import org.jspecify.annotations.NullMarked;
