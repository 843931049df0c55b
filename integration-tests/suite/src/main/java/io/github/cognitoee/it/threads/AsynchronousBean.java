package io.github.cognitoee.it.threads;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;

/** Runs things on threads of the EJB container. */
@Stateless
@PermitAll
public class AsynchronousBean {

    @Asynchronous
    public void run(Runnable task) {
        task.run();
    }
}
