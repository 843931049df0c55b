/** A WAR with Cognito for its REST API and HTTP Basic for its pages, and nothing that chooses between them. */
package io.github.cognitoee.it.several;
