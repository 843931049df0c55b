/** The WAR that has an authentication mechanism of its own beside ours. */
package io.github.cognitoee.it.ownmechanism;
