package io.github.cognitoee.it.heldclaims;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Holds a claim without asking for one. */
@Dependent
public class Middle {

    @Inject
    Who who;
}
