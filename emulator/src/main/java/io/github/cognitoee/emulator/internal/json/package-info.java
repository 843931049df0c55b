/**
 * Operations of an AWS JSON service: typed requests with the constraints of the service model, the errors that an
 * operation may give, and how answers are written. Knows no service in particular.
 */
@NullMarked
package io.github.cognitoee.emulator.internal.json;

import org.jspecify.annotations.NullMarked;
