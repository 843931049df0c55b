/** The endpoint behind Cognito EE. */
package io.github.cognitoee.benchmarks.war.cognito;
