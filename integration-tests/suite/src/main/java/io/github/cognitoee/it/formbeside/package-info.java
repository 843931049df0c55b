/** A WAR without the library whose members sign in by Jakarta Security's own form, beside one with it. */
package io.github.cognitoee.it.formbeside;
