package io.github.cognitoee.it.witness;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the JVM holds after a full collection, in lines of {@code key=value}. Of {@code kind} it tells the generations that
 * were noted, those that are left, and the threads that keep one by their context class loader.
 */
@WebServlet("/figures")
public class FiguresServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Generations generations = (Generations) getServletContext().getAttribute(Generations.class.getName());
        String kind = request.getParameter("kind");
        String histogram = histogramOfTheLive();
        response.getWriter()
                .write(
                        """
                        noted=%d
                        alive=%d
                        libraryAlive=%d
                        libraryThreads=%d
                        heldByThreads=%s
                        threads=%d
                        classes=%d
                        metaspaceKiB=%d
                        connections=%d
                        """
                                .formatted(
                                        generations.count(kind),
                                        generations.alive(kind).size(),
                                        histogram
                                                .lines()
                                                .filter(line -> line.endsWith(" " + request.getParameter("class")))
                                                .count(),
                                        threads().stream()
                                                .filter(thread ->
                                                        thread.getName().startsWith("cognito"))
                                                .count(),
                                        heldByThreads(generations.alive(kind)),
                                        threads().size(),
                                        ManagementFactory.getClassLoadingMXBean()
                                                .getLoadedClassCount(),
                                        metaspaceKiB(),
                                        Sockets.connectedTo(Integer.parseInt(request.getParameter("port")))));
    }

    /** One line for each class of which there is an instance; making it collects what can be collected. */
    private static String histogramOfTheLive() {
        try {
            System.gc();
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> heldByThreads(List<ClassLoader> loaders) {
        return threads().stream()
                .filter(thread -> loaders.contains(thread.getContextClassLoader()))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private static List<Thread> threads() {
        return List.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static long metaspaceKiB() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed() / 1024)
                .sum();
    }
}
