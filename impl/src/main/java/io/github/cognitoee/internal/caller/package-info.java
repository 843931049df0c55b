/** The authenticated caller: the principal, its claims, and the ID token it can prove. */
@NullMarked
package io.github.cognitoee.internal.caller;

import org.jspecify.annotations.NullMarked;
