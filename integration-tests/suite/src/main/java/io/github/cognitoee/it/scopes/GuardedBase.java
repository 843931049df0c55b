package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;

/** What beans inherit. */
abstract class GuardedBase {

    @RequiresScope("orders/read")
    public String inherited() {
        return "inherited";
    }
}
