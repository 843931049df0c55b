package io.github.cognitoee.it.ears;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** In each WAR: open to all, so that the answers are the EJB's. */
@Path("ledger")
@RequestScoped
public class LedgerResource {

    @EJB
    private LedgerBean ledger;

    @GET
    @Path("{whom}")
    public String read(@PathParam("whom") String whom) {
        try {
            return switch (whom) {
                case "users" -> ledger.forUsers();
                case "admins" -> ledger.forAdmins();
                default -> ledger.forEverybody();
            };
        } catch (EJBAccessException refused) {
            return "EJBAccessException";
        }
    }
}
