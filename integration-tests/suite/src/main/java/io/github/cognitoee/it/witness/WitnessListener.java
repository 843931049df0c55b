package io.github.cognitoee.it.witness;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Registers {@link Generations} while the WAR runs. */
@WebListener
public class WitnessListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Generations generations = new Generations();
        event.getServletContext().setAttribute(Generations.class.getName(), generations);
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(generations, new ObjectName(GenerationsMBean.NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(GenerationsMBean.NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
