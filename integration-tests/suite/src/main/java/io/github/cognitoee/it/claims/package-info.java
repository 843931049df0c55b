/** The WAR that reads tokens and claims as MicroProfile JWT has them injected. */
package io.github.cognitoee.it.claims;
