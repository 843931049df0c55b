/** The WAR to compare with: REST, an EJB and the AWS SDK as in {@code redeployed}, but without the library. */
package io.github.cognitoee.it.control;
