/** What happened to a caller, in types: the reasons for which a sign-in is refused. */
@NullMarked
package io.github.cognitoee.event;

import org.jspecify.annotations.NullMarked;
