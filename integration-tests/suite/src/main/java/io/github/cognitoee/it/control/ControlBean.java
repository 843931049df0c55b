package io.github.cognitoee.it.control;

import jakarta.ejb.Stateless;

/** For everybody. */
@Stateless
public class ControlBean {

    public String name() {
        return "nobody";
    }
}
