/** The WAR that calls an API behind API Gateway through an interface of MicroProfile REST Client, signed as its caller. */
package io.github.cognitoee.it.signedclients;
