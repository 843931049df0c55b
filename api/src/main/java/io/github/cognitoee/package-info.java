/**
 * Amazon Cognito for Jakarta EE: the annotations an application writes and the types it injects.
 *
 * <p>Start at {@link io.github.cognitoee.CognitoAuthenticationMechanismDefinition}.
 */
@NullMarked
package io.github.cognitoee;

import org.jspecify.annotations.NullMarked;
