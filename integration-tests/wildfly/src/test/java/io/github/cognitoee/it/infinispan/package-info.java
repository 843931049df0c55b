/** Added to another WAR: Infinispan, by which its nodes share what they cache. */
package io.github.cognitoee.it.infinispan;
