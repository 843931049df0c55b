/** The WAR of roles: what {@code @RolesAllowed} and its relatives mean on REST, Servlets and EJBs. */
package io.github.cognitoee.it.roles;
