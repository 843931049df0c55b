/** Added to another WAR: a member of Hazelcast, by which its nodes share what they cache. */
package io.github.cognitoee.it.hazelcast;
