package io.github.cognitoee.it.callers;

import io.github.cognitoee.CognitoCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.TreeSet;

/** All that {@link CognitoCaller} tells, in lines of {@code key=value}. */
@Path("caller")
@ApplicationScoped
public class CallerResource {

    @Inject
    private CognitoCaller caller;

    @GET
    public String caller() {
        return """
                anonymous=%s
                machine=%s
                name=%s
                issuer=%s
                sub=%s
                username=%s
                email=%s
                clientId=%s
                tokenUse=%s
                groups=%s
                roles=%s
                scopes=%s
                authenticatedAt=%s
                expiresAt=%s
                """
                .formatted(
                        caller.isAnonymous(),
                        caller.isMachine(),
                        caller.name().orElse(""),
                        caller.issuer().orElse(""),
                        caller.sub().orElse(""),
                        caller.username().orElse(""),
                        caller.email().orElse(""),
                        caller.clientId().orElse(""),
                        caller.tokenUse().orElse(""),
                        String.join(",", new TreeSet<>(caller.groups())),
                        String.join(",", new TreeSet<>(caller.roles())),
                        String.join(" ", new TreeSet<>(caller.scopes())),
                        caller.authenticatedAt().map(String::valueOf).orElse(""),
                        caller.expiresAt().map(String::valueOf).orElse(""));
    }
}
