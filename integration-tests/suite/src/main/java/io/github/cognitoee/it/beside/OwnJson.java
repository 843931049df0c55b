package io.github.cognitoee.it.beside;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/**
 * The application's own Jackson, for a media type of its own: which provider of {@code application/json} is asked, where the
 * server brings one as well, is for the server to choose.
 */
@Provider
@Consumes(OwnJson.TYPE)
@Produces(OwnJson.TYPE)
public class OwnJson extends JacksonJsonProvider {

    static final String TYPE = "application/vnd.card+json";
}
