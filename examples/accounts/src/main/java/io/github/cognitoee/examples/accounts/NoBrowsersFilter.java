package io.github.cognitoee.examples.accounts;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Knows browsers by what each of them sends with every request, and no script can leave out or change. */
@Provider
@NoBrowsers
public class NoBrowsersFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Sec-Fetch-Site") != null || request.getHeaderString("Origin") != null) {
            throw new Problem(403, "Browsers get no tokens. Sign in at the page.", null, null).toException();
        }
    }
}
