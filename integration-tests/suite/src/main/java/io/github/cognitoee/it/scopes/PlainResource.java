package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A REST resource without a scope of CDI, guarded method by method; its locator is open. */
@Path("plain")
public class PlainResource {

    @GET
    @Path("read")
    @RequiresScope("orders/read")
    public String read() {
        return "read";
    }

    @GET
    @Path("open")
    public String open() {
        return "open";
    }

    @Path("items")
    public ItemsResource items() {
        return new ItemsResource();
    }
}
