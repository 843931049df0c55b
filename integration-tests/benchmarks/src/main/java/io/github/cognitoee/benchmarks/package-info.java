/** Runs all measurements, and writes them down beside their budgets. */
package io.github.cognitoee.benchmarks;
