/** The WAR that stays while others come and go: it sees the server's JVM from inside. Without the library. */
package io.github.cognitoee.it.witness;
