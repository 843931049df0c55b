package io.github.cognitoee.it.scopes;

import jakarta.servlet.annotation.WebServlet;

/** A Servlet whose scope stands on the class above it. */
@WebServlet("/servlet/inheriting")
public class InheritingServlet extends GuardedServlet {

    private static final long serialVersionUID = 1L;
}
