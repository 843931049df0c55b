/** The endpoint without security. */
package io.github.cognitoee.benchmarks.war.open;
