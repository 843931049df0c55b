package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.ws.rs.GET;

/** A sub-resource, reached by the locator in {@link PlainResource} only. */
@RequiresScope("orders/read")
public class ItemsResource {

    @GET
    public String items() {
        return "items";
    }
}
