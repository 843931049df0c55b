/** The WAR with older versions of the libraries that the library brings. */
package io.github.cognitoee.it.older;
