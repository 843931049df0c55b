/** The OAuth endpoints of user pool domains: RFC 6749 as far as Cognito follows it. Knows no HTTP server. */
@NullMarked
package io.github.cognitoee.emulator.internal.oauth;

import org.jspecify.annotations.NullMarked;
