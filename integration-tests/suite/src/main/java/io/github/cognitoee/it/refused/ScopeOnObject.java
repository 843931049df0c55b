package io.github.cognitoee.it.refused;

import io.github.cognitoee.RequiresScope;

/** Requires a scope of whoever calls it, but no container stands between: it is no bean. */
public class ScopeOnObject {

    @RequiresScope("orders/read")
    public String read() {
        return "read";
    }
}
