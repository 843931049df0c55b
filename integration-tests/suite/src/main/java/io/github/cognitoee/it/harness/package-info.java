/** What stands around the tests: the emulator, the WARs, the HTTP calls. */
package io.github.cognitoee.it.harness;
