/** The WAR that requires a scope and a group, and trusts a pool whose keys cannot be had. */
package io.github.cognitoee.it.restricted;
