/** What people do with their account in the user pool, without managed login: signing in, with every challenge. */
@NullMarked
package io.github.cognitoee.userpool;

import org.jspecify.annotations.NullMarked;
