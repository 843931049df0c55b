/** The WAR whose callers act in a role, for a time and by a policy of its own choice. */
package io.github.cognitoee.it.classic;
