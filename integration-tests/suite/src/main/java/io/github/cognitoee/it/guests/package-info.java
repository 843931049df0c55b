/** The WAR that gives credentials to guests, whose identity goes on as theirs when they sign in. */
package io.github.cognitoee.it.guests;
