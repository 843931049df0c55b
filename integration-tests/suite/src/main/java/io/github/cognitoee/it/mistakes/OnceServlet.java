package io.github.cognitoee.it.mistakes;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;

/** Would show the claim of its first caller to all. */
@WebServlet("/once")
public class OnceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("groups")
    transient Set<String> claim;
}
