package io.github.cognitoee.it.refused;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** Has its role where no container looks for it. */
@WebServlet("/photos")
@RolesAllowed("admins")
public class RolesOnServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
}
