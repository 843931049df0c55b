package io.github.cognitoee.it.ears;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** In the EJB jar, which knows nothing of the library. */
@Stateless
public class LedgerBean {

    @Resource
    private SessionContext context;

    @RolesAllowed("users")
    public String forUsers() {
        return context.getCallerPrincipal().getName();
    }

    @RolesAllowed("admins")
    public String forAdmins() {
        return context.getCallerPrincipal().getName();
    }

    @PermitAll
    public String forEverybody() {
        return "open";
    }
}
