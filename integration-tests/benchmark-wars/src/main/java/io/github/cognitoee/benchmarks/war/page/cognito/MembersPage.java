package io.github.cognitoee.benchmarks.war.page.cognito;

import io.github.cognitoee.benchmarks.war.page.Page;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;

/** For members of {@code users}. */
@WebServlet("/hello")
@ServletSecurity(@HttpConstraint(rolesAllowed = "users"))
public class MembersPage extends Page {

    private static final long serialVersionUID = 1L;
}
