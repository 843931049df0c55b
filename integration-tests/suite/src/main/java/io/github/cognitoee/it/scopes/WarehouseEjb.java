package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** An EJB guarded as a whole. */
@Stateless
@PermitAll
@RequiresScope("orders/read")
public class WarehouseEjb {

    public String read() {
        return "read by EJB";
    }
}
