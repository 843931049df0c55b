package io.github.cognitoee.internal.cdi;

/** Jakarta REST, of which servers such as Tomcat have nothing. */
final class RestClients {

    private RestClients() {}

    /** Whether applications have REST clients here. */
    static boolean arePresent() {
        try {
            Class.forName("jakarta.ws.rs.core.Feature", false, RestClients.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
