package io.github.cognitoee.it.roles;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An EJB guarded as a whole, with one method that says otherwise. */
@Stateless
@RolesAllowed("admins")
public class ClassBean {

    public String inherited() {
        return "for admins";
    }

    @PermitAll
    public String everyone() {
        return "for everyone";
    }
}
