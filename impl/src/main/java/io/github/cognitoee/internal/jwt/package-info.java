/**
 * Verification of Cognito's tokens: strict reading of the JWS, key sets, claims. Plain Java: no container is needed.
 */
@NullMarked
package io.github.cognitoee.internal.jwt;

import org.jspecify.annotations.NullMarked;
