/** What the servers need to be told so that roles hold on REST, Servlet and EJB with nothing configured on them. */
@NullMarked
package io.github.cognitoee.internal.server;

import org.jspecify.annotations.NullMarked;
