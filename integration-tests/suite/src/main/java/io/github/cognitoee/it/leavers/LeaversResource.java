package io.github.cognitoee.it.leavers;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Tells access keys, and the identity that the session keeps of a guest. Open to all. */
@Path("/")
@RequestScoped
public class LeaversResource {

    /** Where the library keeps the identity of who has not signed in. */
    private static final String GUEST = "io.github.cognitoee.guest " + LeaversApplication.IDENTITY_POOL;

    @Inject
    @CognitoGuestCredentials
    private Instance<AwsCredentialsProvider> guest;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider caller;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("guest")
    public String guest() {
        return accessKey(guest.get());
    }

    @GET
    @Path("caller")
    public String caller() {
        return accessKey(caller);
    }

    /** Has a session such as comes from another node, or is there again after a restart: its guest was served elsewhere. */
    @GET
    @Path("from-elsewhere")
    public String fromElsewhere() {
        request.getSession().setAttribute(GUEST, "eu-west-1:00000000-0000-4000-8000-00000000000a");
        return kept();
    }

    @GET
    @Path("kept")
    public String kept() {
        HttpSession session = request.getSession(false);
        return session == null ? "null" : String.valueOf(session.getAttribute(GUEST));
    }

    @GET
    @Path("sign-out")
    public String signOut() throws ServletException {
        request.logout();
        return "signed out";
    }

    private static String accessKey(AwsCredentialsProvider provider) {
        try {
            return provider.resolveCredentials().accessKeyId();
        } catch (CognitoException e) {
            return e.getClass().getSimpleName();
        }
    }
}
