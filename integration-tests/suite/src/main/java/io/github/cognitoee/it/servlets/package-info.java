/** A WAR of Servlets and CDI beans alone: no REST, no EJB. */
package io.github.cognitoee.it.servlets;
