/** Signing in to the user pool without managed login, with every challenge, and what becomes of the tokens. */
@NullMarked
package io.github.cognitoee.userpool;

import org.jspecify.annotations.NullMarked;
