package io.github.cognitoee.it.generations;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Tells the witness, by a name of the platform's MBean server and by types that both know, and leaves nothing behind. */
@WebListener
public class GenerationListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        String kind = event.getServletContext().getContextPath().substring(1);
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("io.github.cognitoee.it:type=Generations"),
                            "note",
                            new Object[] {kind, GenerationListener.class.getClassLoader()},
                            new String[] {String.class.getName(), ClassLoader.class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
