package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InitializerProofTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext context = (ServletContext) Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                default -> throw new AssertionError(method);
            });

    @Test
    void applicationThatTheInitializerHasNotPreparedDoesNotStart() {
        assertThatThrownBy(() -> new InitializerProof().require(context))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("COG-0009: the library's ServletContainerInitializer has not run, so roles are not declared"
                        + " and neither Servlets nor REST are guarded; does an <absolute-ordering> in web.xml leave the"
                        + " library's jar out? Or does it lie in the lib folder of an EAR, where not every server looks for"
                        + " initializers?");
    }

    @Test
    void applicationThatItHasPreparedStarts() {
        PreparedApplication.note(context);

        assertThatCode(() -> new InitializerProof().require(context)).doesNotThrowAnyException();
    }
}
