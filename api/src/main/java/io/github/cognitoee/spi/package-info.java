/** What an application may add to the library, as CDI beans. */
@NullMarked
package io.github.cognitoee.spi;

import org.jspecify.annotations.NullMarked;
