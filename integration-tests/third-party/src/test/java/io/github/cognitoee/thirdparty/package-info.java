/** What others wrote, as judge of the emulator and of the library; {@code docs/third-parties.md} says who judges what. */
package io.github.cognitoee.thirdparty;
