/** The endpoint behind a mechanism of the application that believes everybody. */
package io.github.cognitoee.benchmarks.war.noop;
