package io.github.cognitoee.benchmarks.tokens;

/**
 * What one operation takes.
 *
 * @param time in the unit of the benchmark
 * @param allocated bytes
 */
record Measurement(double time, double allocated) {}
