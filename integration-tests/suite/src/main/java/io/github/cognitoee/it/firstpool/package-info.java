/** The WAR of the first of two user pools. */
package io.github.cognitoee.it.firstpool;
