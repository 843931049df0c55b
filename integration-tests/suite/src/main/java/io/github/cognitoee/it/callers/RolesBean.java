package io.github.cognitoee.it.callers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB that asks for roles, and requires one. */
@Stateless
@DeclareRoles({"keeper", "feeder", "zoo"})
public class RolesBean {

    @Resource
    private SessionContext context;

    @RolesAllowed("keeper")
    public String keepers() {
        return "for keepers";
    }

    @PermitAll
    public boolean isInRole(String role) {
        return context.isCallerInRole(role);
    }
}
