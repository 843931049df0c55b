package io.github.cognitoee.it.debuglog;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Answers what the library has logged, on all levels, since it was asked before. */
@WebServlet(urlPatterns = "/debug-log", loadOnStartup = 1)
public class DebugLogServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Held, because the JDK holds loggers weakly. */
    private static final Logger LIBRARY = Logger.getLogger("io.github.cognitoee");

    private static final RecordingHandler RECORDS = new RecordingHandler();

    /** What loggers of this server, which other applications log by too, are set back to; empty for the parent's level. */
    private static final Map<Logger, Optional<Level>> BEFORE = new ConcurrentHashMap<>();

    @Override
    public void init() {
        LIBRARY.addHandler(RECORDS);
        openUp();
    }

    /** Open Liberty gives each logger a level of its own, so that the parent's does not count. */
    private static void openUp() {
        openUp(LIBRARY);
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            if (name.startsWith(LIBRARY.getName() + ".")) {
                openUp(Logger.getLogger(name));
            }
        }
    }

    private static void openUp(Logger logger) {
        BEFORE.putIfAbsent(logger, Optional.ofNullable(logger.getLevel()));
        logger.setLevel(Level.ALL);
    }

    @Override
    public void destroy() {
        LIBRARY.removeHandler(RECORDS);
        BEFORE.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter writer = response.getWriter();
        RECORDS.drain().forEach(writer::println);
        openUp();
    }
}
