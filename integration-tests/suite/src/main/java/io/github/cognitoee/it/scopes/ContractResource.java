package io.github.cognitoee.it.scopes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** A REST resource whose scope stands on an interface only. */
@Path("contract")
@ApplicationScoped
public class ContractResource implements Contract {

    @Override
    public String read() {
        return "read by contract";
    }
}
