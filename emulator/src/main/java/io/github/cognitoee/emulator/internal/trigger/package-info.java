/** What functions are told and may answer, where Cognito calls Lambda functions. */
@NullMarked
package io.github.cognitoee.emulator.internal.trigger;

import org.jspecify.annotations.NullMarked;
