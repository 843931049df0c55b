package io.github.cognitoee.it.refused;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean of an application that carries the library and forgot to say which user pool it trusts. */
@ApplicationScoped
public class NoDefinition {}
