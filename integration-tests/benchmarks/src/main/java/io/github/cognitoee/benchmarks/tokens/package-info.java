/** What verifying one token costs, here and in the libraries that people would use instead. */
package io.github.cognitoee.benchmarks.tokens;
