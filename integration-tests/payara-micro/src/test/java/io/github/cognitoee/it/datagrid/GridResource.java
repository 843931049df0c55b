package io.github.cognitoee.it.datagrid;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Collection;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Counts the nodes of the data grid, and ends this one. Open to all. */
@Path("/")
@RequestScoped
public class GridResource {

    /** How many nodes the data grid of this one has. */
    @GET
    @Path("nodes")
    public int nodes() throws NamingException, ReflectiveOperationException {
        Object cluster = grid().getClass().getMethod("getCluster").invoke(grid());
        Object members = cluster.getClass().getMethod("getMembers").invoke(cluster);
        return ((Collection<?>) members).size();
    }

    /** Without a word to the other node. */
    @POST
    @Path("terminate")
    public String terminate() throws NamingException, ReflectiveOperationException {
        Object life = grid().getClass().getMethod("getLifecycleService").invoke(grid());
        life.getClass().getMethod("terminate").invoke(life);
        return "terminated";
    }

    /** A {@code HazelcastInstance}, which the tests have no class of. */
    @SuppressWarnings("BanJNDI") // a name of the test's own, in the server that it runs on
    private static Object grid() throws NamingException {
        return new InitialContext().lookup("payara/Hazelcast");
    }
}
