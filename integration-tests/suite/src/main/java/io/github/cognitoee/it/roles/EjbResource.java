package io.github.cognitoee.it.roles;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/** An open REST resource that calls guarded EJBs; their refusal is answered 403. */
@Path("ejb")
@RequestScoped
public class EjbResource {

    @EJB
    private MethodsBean methods;

    @EJB
    private ClassBean whole;

    @GET
    @Path("methods/admins")
    public String methodForAdmins() {
        return forbiddenIfRefused(methods::admins);
    }

    @GET
    @Path("methods/everyone")
    public String methodForEveryone() {
        return forbiddenIfRefused(methods::everyone);
    }

    @GET
    @Path("methods/nobody")
    public String methodForNobody() {
        return forbiddenIfRefused(methods::nobody);
    }

    @GET
    @Path("class/inherited")
    public String inheritedFromClass() {
        return forbiddenIfRefused(whole::inherited);
    }

    @GET
    @Path("class/everyone")
    public String methodOverClass() {
        return forbiddenIfRefused(whole::everyone);
    }

    private static String forbiddenIfRefused(Supplier<String> call) {
        try {
            return call.get();
        } catch (EJBAccessException refused) {
            throw new ForbiddenException("refused by the EJB", refused);
        }
    }
}
