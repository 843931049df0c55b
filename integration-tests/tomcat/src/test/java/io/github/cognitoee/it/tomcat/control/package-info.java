/** The WAR to compare with, without the library. */
package io.github.cognitoee.it.tomcat.control;
