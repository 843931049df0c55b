package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Methods that require one sign-in or another, themselves or by the beans that they call. */
@Path("sign-ins")
@RequestScoped
public class SignInsResource {

    @Inject
    private SignInBean bean;

    @EJB
    private SignInEjb ejb;

    @GET
    @Path("recent")
    @RequiresRecentLogin("PT5M")
    public String recent() {
        return "recent";
    }

    @GET
    @Path("recent/cdi")
    public String recentByCdi() {
        return bean.recent();
    }

    @GET
    @Path("recent/ejb")
    public String recentByEjb() {
        return ejb.recent();
    }

    @GET
    @Path("assured")
    @RequiresAssurance("urn:cognito:loa:3")
    public String assured() {
        return "assured";
    }

    @GET
    @Path("assured/cdi")
    public String assuredByCdi() {
        return bean.assured();
    }

    @GET
    @Path("assured/ejb")
    public String assuredByEjb() {
        return ejb.assured();
    }
}
