/** The WAR that does work for its callers on all kinds of threads. */
package io.github.cognitoee.it.threads;
