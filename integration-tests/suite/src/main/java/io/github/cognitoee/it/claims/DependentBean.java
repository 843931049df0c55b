package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.Dependent;

/** Lives as long as the Servlet that it is injected into. */
@Dependent
public class DependentBean extends ReadPerCall {

    private static final long serialVersionUID = 1L;
}
