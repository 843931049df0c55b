package io.github.cognitoee.it.claims;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A REST resource without a scope: made for each request, by CDI or by the REST implementation. */
@Path("once")
public class RestHolder extends ReadOnce {

    @GET
    @Produces("text/plain;charset=UTF-8")
    public String testimony() {
        return Lines.of(seen());
    }
}
