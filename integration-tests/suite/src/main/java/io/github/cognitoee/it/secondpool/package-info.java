/** The WAR of the second of two user pools. */
package io.github.cognitoee.it.secondpool;
