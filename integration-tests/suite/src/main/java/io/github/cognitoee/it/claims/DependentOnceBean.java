package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.Dependent;

/** Made for each request that looks it up. */
@Dependent
public class DependentOnceBean extends ReadOnce {}
