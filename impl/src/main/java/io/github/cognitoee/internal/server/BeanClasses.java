package io.github.cognitoee.internal.server;

import java.util.Set;

/** The classes of all beans of this application that interceptors see: CDI's and EJBs. */
public record BeanClasses(Set<Class<?>> all) {

    public BeanClasses {
        all = Set.copyOf(all);
    }
}
