/** The WAR with filters, exception mappers and identity stores of its own. */
package io.github.cognitoee.it.beside;
