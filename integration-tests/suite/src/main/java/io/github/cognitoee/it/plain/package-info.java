/** A WAR without the library, beside one with it. */
package io.github.cognitoee.it.plain;
