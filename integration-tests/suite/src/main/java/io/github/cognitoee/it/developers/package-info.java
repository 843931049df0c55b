/** The WAR that vouches for its callers at the identity pool, and knows other logins of theirs. */
package io.github.cognitoee.it.developers;
