/** What the library costs on a real server: requests per second, and seconds of deployment. */
package io.github.cognitoee.benchmarks.server;
