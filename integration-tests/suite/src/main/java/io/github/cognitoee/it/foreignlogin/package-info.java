/** The WAR that has the server's own MicroProfile JWT authenticate as well. */
package io.github.cognitoee.it.foreignlogin;
