package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What resources inherit: path, request method and scope. */
public interface Contract {

    @GET
    @Path("read")
    @RequiresScope("orders/read")
    String read();
}
