package io.github.cognitoee.it;

import io.github.cognitoee.it.foreignlogin.ForeignLoginApplication;
import io.github.cognitoee.it.harness.Refusals;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.heldclaims.HeldClaimsApplication;
import io.github.cognitoee.it.mistakes.MistakesApplication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that would mix up callers, or have two authenticate them, are not deployed, and the log says why. */
@ExtendWith(ArquillianExtension.class)
class ClaimMistakesIT {

    private static final String TYPES = "in which MicroProfile JWT knows no claims; expected String, Long, Boolean,"
            + " Set<String>, JsonValue, JsonString, JsonNumber, JsonArray or JsonObject, or an Optional, ClaimValue,"
            + " Provider or Instance of one of them";

    private static final Map<String, String> MISTAKES = Map.of(
            "SharedOnce",
            stale("sub", "java.lang.String", "@ApplicationScoped"),
            "StoredOnce",
            stale("sub", "java.lang.String", "@SessionScoped"),
            "PooledOnce",
            stale("iat", "long", "@Stateless"),
            "StoredLookup",
            "has the claim \"sub\" injected as jakarta.inject.Provider<java.util.Optional<java.lang.String>> into"
                    + " something that is @SessionScoped and that servers store between requests",
            "WrongType",
            "has the claim \"custom:age\" injected as java.lang.Integer, " + TYPES,
            "NoName",
            "names no claim; write @Claim(\"email\") or @Claim(standard = Claims.email)",
            "TwoNames",
            "names two claims, \"exp\" and Claims.iat; keep one of value and standard",
            "OnceServlet",
            "has the claim \"groups\" injected as java.util.Set<java.lang.String>, once, into something that is a"
                    + " Servlet and outlives the request");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "mistakes", managed = false, testable = false)
    static WebArchive mistakes() {
        return Wars.of(MistakesApplication.class);
    }

    @Deployment(name = "heldclaims", managed = false, testable = false)
    static WebArchive heldClaims() {
        return Wars.of(HeldClaimsApplication.class);
    }

    @Deployment(name = "foreignlogin", managed = false, testable = false)
    static WebArchive foreignLogin() {
        return Wars.of(ForeignLoginApplication.class);
    }

    @Test
    void claimsThatCannotBeInjectedThereStopTheDeployment() throws IOException {
        new Refusals(deployer)
                .assertRefused(
                        "mistakes",
                        MISTAKES.entrySet().stream()
                                .map(mistake -> "io.github.cognitoee.it.mistakes." + mistake.getKey() + ".claim "
                                        + mistake.getValue())
                                .toList());
    }

    @Test
    void claimHeldByABeanThatOutlivesTheRequestStopsTheDeployment() throws IOException {
        new Refusals(deployer)
                .assertRefused(
                        "heldclaims",
                        List.of("COG-0023: io.github.cognitoee.it.heldclaims.SharedHolder.middle has a @Dependent bean"
                                + " injected into something that is @ApplicationScoped and outlives the request, and"
                                + " the bean with it; but io.github.cognitoee.it.heldclaims.Who.claim has a claim"
                                + " injected as java.lang.String, once"));
    }

    @Test
    void theServersOwnMicroProfileJwtBesideOursStopsTheDeployment() throws IOException {
        new Refusals(deployer)
                .assertRefused("foreignlogin", List.of("COG-0020: ", " carries @LoginConfig(authMethod = \"MP-JWT\")"));
    }

    private static String stale(String claim, String type, String holder) {
        return "has the claim \"" + claim + "\" injected as " + type + ", once, into something that is " + holder
                + " and outlives the request";
    }
}
