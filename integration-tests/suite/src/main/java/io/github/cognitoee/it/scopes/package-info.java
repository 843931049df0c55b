/** The WAR of requirements: what the {@code @Requires} annotations mean on REST, Servlets, CDI beans and EJBs. */
package io.github.cognitoee.it.scopes;
