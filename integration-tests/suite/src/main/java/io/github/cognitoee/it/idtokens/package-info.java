/** The WAR of ID tokens: {@code bearerTokens = ID}. */
package io.github.cognitoee.it.idtokens;
