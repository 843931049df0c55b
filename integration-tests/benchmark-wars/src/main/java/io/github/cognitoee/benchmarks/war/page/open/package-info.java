/** The page without security. */
package io.github.cognitoee.benchmarks.war.page.open;
