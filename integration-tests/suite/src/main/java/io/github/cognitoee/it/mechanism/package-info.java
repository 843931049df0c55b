/** Added to a WAR without the library: an authentication mechanism that does nothing. */
package io.github.cognitoee.it.mechanism;
