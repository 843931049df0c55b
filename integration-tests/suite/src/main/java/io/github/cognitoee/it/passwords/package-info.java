/** What WARs have whose callers sign in by a password: pages and a REST API for members of {@code users}, and an open page. */
package io.github.cognitoee.it.passwords;
