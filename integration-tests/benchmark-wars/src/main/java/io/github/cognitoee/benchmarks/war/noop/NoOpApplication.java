package io.github.cognitoee.benchmarks.war.noop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class NoOpApplication extends Application {}
