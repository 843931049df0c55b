/** The WAR whose nodes share the credentials of their callers. */
package io.github.cognitoee.it.sharedcache;
