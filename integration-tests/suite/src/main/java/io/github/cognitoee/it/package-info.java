/**
 * The tests every server runs. The WARs they deploy are the packages below, one each, named after what they show; {@code
 * harness} is what stands around them.
 */
@NullMarked
package io.github.cognitoee.it;

import org.jspecify.annotations.NullMarked;
