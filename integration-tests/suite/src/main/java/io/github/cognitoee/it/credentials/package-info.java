/** The WAR that resolves the credentials of its callers. */
package io.github.cognitoee.it.credentials;
