/** The WAR of scopes: what {@code @RequiresScope} means on REST, Servlets, CDI beans and EJBs. */
package io.github.cognitoee.it.scopes;
