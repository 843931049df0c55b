/** What MicroProfile JWT 2.1 has an application inject: the token of the request's caller, and single claims of it. */
@NullMarked
package io.github.cognitoee.internal.claims;

import org.jspecify.annotations.NullMarked;
