package io.github.cognitoee.it.roles;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An EJB guarded method by method. */
@Stateless
public class MethodsBean {

    @RolesAllowed("admins")
    public String admins() {
        return "for admins";
    }

    @PermitAll
    public String everyone() {
        return "for everyone";
    }

    @DenyAll
    public String nobody() {
        return "for nobody";
    }
}
