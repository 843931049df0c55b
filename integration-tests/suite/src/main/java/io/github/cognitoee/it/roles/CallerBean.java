package io.github.cognitoee.it.roles;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/**
 * What an EJB learns of its caller. Jakarta Enterprise Beans wants the roles a bean asks for declared on it; Payara answers
 * false for others.
 */
@Stateless
@DeclareRoles({"users", "admins"})
@PermitAll
public class CallerBean {

    @Resource
    private SessionContext context;

    public String name() {
        return context.getCallerPrincipal().getName();
    }

    public boolean isInRole(String role) {
        return context.isCallerInRole(role);
    }
}
