/** The WAR in which a bean of the application holds the claim of a caller, by way of dependent beans. */
package io.github.cognitoee.it.heldclaims;
