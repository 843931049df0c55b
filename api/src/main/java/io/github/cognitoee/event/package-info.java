/** What happened to callers, as CDI events: start at {@link io.github.cognitoee.event.CognitoEvent}. */
@NullMarked
package io.github.cognitoee.event;

import org.jspecify.annotations.NullMarked;
