/**
 * Identity pools and STS: the state of the pools and their identities, the operations on them, the tokens that they issue
 * and the roles that trust these.
 */
@NullMarked
package io.github.cognitoee.emulator.internal.identity;

import org.jspecify.annotations.NullMarked;
