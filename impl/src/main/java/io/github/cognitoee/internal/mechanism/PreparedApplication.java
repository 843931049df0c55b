package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.config.Problem;
import jakarta.servlet.ServletContext;

/**
 * Whether the library's initializer has prepared a web application. Without it nobody enforces the annotations on Servlets
 * and REST, nor tells of those that are misplaced, so the application must not run.
 */
public final class PreparedApplication {

    private static final String ATTRIBUTE = PreparedApplication.class.getName();

    private PreparedApplication() {}

    /** Noted by the initializer, when it has done all it does. */
    public static void note(ServletContext context) {
        context.setAttribute(ATTRIBUTE, true);
    }

    /** @throws IllegalStateException when the web application was started without our initializer */
    public static void require(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) == null) {
            throw isNot();
        }
    }

    /** What to throw where the initializer has not run, or is not going to. */
    public static IllegalStateException isNot() {
        return new IllegalStateException(
                Problem.INITIALIZER_DID_NOT_RUN.message("the library's ServletContainerInitializer has not run, so"
                        + " roles are not declared and neither Servlets nor REST are guarded; does an"
                        + " <absolute-ordering> in web.xml leave the library's jar out? Or does it lie in the lib folder of an"
                        + " EAR, where not every server looks for initializers?"));
    }
}
