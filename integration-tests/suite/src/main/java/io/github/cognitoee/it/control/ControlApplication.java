package io.github.cognitoee.it.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Nobody signs in here. */
@ApplicationPath("api")
@ApplicationScoped
public class ControlApplication extends Application {}
