/**
 * Managed login: the pages at which people sign in with a browser, and how these come together to an authorization. Knows no
 * HTTP server. Pages are made of {@link io.github.cognitoee.emulator.internal.html.Html}, which alone escapes.
 */
@NullMarked
package io.github.cognitoee.emulator.internal.login;

import org.jspecify.annotations.NullMarked;
