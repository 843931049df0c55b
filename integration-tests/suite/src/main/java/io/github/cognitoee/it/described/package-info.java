/** The WAR that publishes metadata about itself, and lets nobody else in. */
package io.github.cognitoee.it.described;
