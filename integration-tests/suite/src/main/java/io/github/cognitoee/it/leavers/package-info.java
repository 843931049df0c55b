/** The WAR whose guests leave their identity behind when they sign in. */
package io.github.cognitoee.it.leavers;
