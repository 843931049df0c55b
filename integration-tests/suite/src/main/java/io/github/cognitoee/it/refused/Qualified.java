package io.github.cognitoee.it.refused;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A qualifier of the application. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Qualified {}
