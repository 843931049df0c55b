package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;

/** A CDI bean guarded method by method. */
@ApplicationScoped
public class WarehouseBean extends GuardedBase {

    @RequiresScope("orders/read")
    public String read() {
        return "read by CDI";
    }

    @RequiresScope({"orders/read", "orders/write"})
    public String both() {
        return "read and write by CDI";
    }

    public String open() {
        return "open by CDI";
    }
}
