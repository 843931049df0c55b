/** Added to WARs of several user pools: what each of them takes its callers for. */
package io.github.cognitoee.it.pools;
