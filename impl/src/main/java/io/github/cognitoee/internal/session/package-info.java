/** Sessions that begin at Cognito's managed login: the authorization code flow, their tokens, and signing out. */
@NullMarked
package io.github.cognitoee.internal.session;

import org.jspecify.annotations.NullMarked;
