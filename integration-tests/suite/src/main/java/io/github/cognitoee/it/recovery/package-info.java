/** The WAR whose identity pool asks the user pool whether sign-ins still hold, and takes tokens of one client of one user pool alone. */
package io.github.cognitoee.it.recovery;
