package io.github.cognitoee.it.plain;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean, so that the WAR is something to CDI. */
@ApplicationScoped
public class Greeting {

    String to(Object caller) {
        return "open to " + caller;
    }
}
