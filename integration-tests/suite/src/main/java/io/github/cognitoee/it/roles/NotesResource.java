package io.github.cognitoee.it.roles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** A REST resource whose roles stand on an interface only. */
@Path("notes")
@RequestScoped
public class NotesResource implements Crud<String> {

    @Override
    public String find(String id) {
        return "note " + id;
    }
}
