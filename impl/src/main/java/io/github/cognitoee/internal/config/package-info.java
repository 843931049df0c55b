/** The settings as immutable records that check themselves. Plain Java. */
@NullMarked
package io.github.cognitoee.internal.config;

import org.jspecify.annotations.NullMarked;
