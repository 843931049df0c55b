package io.github.cognitoee.benchmarks.war.page.open;

import io.github.cognitoee.benchmarks.war.page.Page;
import jakarta.servlet.annotation.WebServlet;

/** For everybody. */
@WebServlet("/hello")
public class OpenPage extends Page {

    private static final long serialVersionUID = 1L;
}
