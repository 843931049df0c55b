/** The endpoint behind the server's own MicroProfile JWT. */
package io.github.cognitoee.benchmarks.war.mpjwt;
