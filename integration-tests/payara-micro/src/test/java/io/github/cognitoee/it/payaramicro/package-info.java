/** Payara Micro for the suite: one server for all of its WARs. */
package io.github.cognitoee.it.payaramicro;
