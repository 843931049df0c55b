/** The WAR that calls an API behind API Gateway, each request of which is signed with its caller's credentials, or a guest's. */
package io.github.cognitoee.it.signed;
