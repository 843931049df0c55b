package io.github.cognitoee.it.scopes;

import io.github.cognitoee.InsufficientScopeException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.TreeSet;

/** An open REST resource that calls guarded beans, and leaves their refusals alone but in one method. */
@Path("beans")
@RequestScoped
public class BeansResource {

    @Inject
    private WarehouseBean warehouse;

    @EJB
    private WarehouseEjb ejb;

    @Inject
    private CounterBean counter;

    @GET
    @Path("cdi")
    public String cdi() {
        return warehouse.read();
    }

    @GET
    @Path("cdi-inherited")
    public String inherited() {
        return warehouse.inherited();
    }

    @GET
    @Path("cdi-both")
    public String both() {
        return warehouse.both();
    }

    @GET
    @Path("ejb")
    public String ejb() {
        return ejb.read();
    }

    @GET
    @Path("session")
    public String session() {
        return counter.read();
    }

    @GET
    @Path("cdi-open")
    public String open() {
        return warehouse.open();
    }

    @GET
    @Path("caught")
    public String caught() {
        try {
            return ejb.read();
        } catch (InsufficientScopeException refused) {
            return "caught " + new TreeSet<>(refused.requiredScopes());
        }
    }
}
