/** The WAR that observes the library's events. */
package io.github.cognitoee.it.observed;
