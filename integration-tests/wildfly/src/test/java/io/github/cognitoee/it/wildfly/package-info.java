/** Tests that only WildFly runs. */
package io.github.cognitoee.it.wildfly;
