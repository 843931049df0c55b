package io.github.cognitoee.it.debuglog;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers what the library has logged, on all levels, since it was asked before. */
@WebServlet(urlPatterns = "/debug-log", loadOnStartup = 1)
public class DebugLogServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Held, because the JDK holds loggers weakly. */
    private static final Logger LIBRARY = Logger.getLogger("io.github.cognitoee");

    private static final RecordingHandler RECORDS = new RecordingHandler();

    @Override
    public void init() {
        LIBRARY.setLevel(Level.ALL);
        LIBRARY.addHandler(RECORDS);
    }

    @Override
    public void destroy() {
        LIBRARY.removeHandler(RECORDS);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter writer = response.getWriter();
        RECORDS.drain().forEach(writer::println);
    }
}
