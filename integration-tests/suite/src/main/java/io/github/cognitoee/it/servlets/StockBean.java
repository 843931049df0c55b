package io.github.cognitoee.it.servlets;

import io.github.cognitoee.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean that requires a scope. */
@ApplicationScoped
public class StockBean {

    @RequiresScope("orders/read")
    String read() {
        return "stock";
    }
}
