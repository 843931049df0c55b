/** The part of operations. */
package io.github.cognitoee.it.described.operations;
