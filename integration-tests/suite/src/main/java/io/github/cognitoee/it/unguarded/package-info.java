/** The WAR whose REST application loads no services, and so not the library's feature. */
package io.github.cognitoee.it.unguarded;
