/** The page for people who signed in at managed login by Cognito EE. */
package io.github.cognitoee.benchmarks.war.page.cognito;
