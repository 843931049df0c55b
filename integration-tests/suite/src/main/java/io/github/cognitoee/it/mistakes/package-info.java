/** The WAR with a mistake in each class: claims injected where, or as what, they cannot be. */
package io.github.cognitoee.it.mistakes;
