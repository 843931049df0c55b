/** Added to another WAR: makes its class loader known to the witness. */
package io.github.cognitoee.it.generations;
