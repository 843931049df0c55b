/** The WAR whose definition asks a bean of its own, and which brings MicroProfile Config. */
package io.github.cognitoee.it.configured;
