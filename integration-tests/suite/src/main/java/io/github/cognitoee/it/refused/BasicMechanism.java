package io.github.cognitoee.it.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Jakarta Security's own mechanism beside the library's. */
@BasicAuthenticationMechanismDefinition(realmName = "old")
@ApplicationScoped
public class BasicMechanism {}
