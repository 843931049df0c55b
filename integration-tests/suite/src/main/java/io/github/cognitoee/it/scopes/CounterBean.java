package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean that a server may passivate, with what guards it. */
@SessionScoped
@RequiresScope("orders/read")
public class CounterBean implements Serializable {

    private static final long serialVersionUID = 1L;

    public String read() {
        return "read by session";
    }
}
