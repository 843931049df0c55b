/** Handlers of mechanisms: those that CDI selects, and those that it does not. */
package io.github.cognitoee.it.handlers;
