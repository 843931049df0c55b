/** A WAR with several mechanisms by qualifiers, and a handler of its own that chooses by path. */
package io.github.cognitoee.it.chosen;
