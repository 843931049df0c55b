package io.github.cognitoee.benchmarks.war.open;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class OpenApplication extends Application {}
