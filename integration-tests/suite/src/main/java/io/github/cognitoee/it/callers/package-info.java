/** The WAR that tells its callers who they are, and by which name their roles are known. */
package io.github.cognitoee.it.callers;
