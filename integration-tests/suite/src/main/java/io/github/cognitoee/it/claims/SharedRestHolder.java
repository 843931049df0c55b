package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The REST resource that serves all callers. */
@Path("shared")
@ApplicationScoped
public class SharedRestHolder extends ReadPerCall {

    private static final long serialVersionUID = 1L;

    @GET
    @Produces("text/plain;charset=UTF-8")
    public String testimony() {
        return Lines.of(seen());
    }
}
