/** Applications that are not to be deployed. */
package io.github.cognitoee.it.refused;
