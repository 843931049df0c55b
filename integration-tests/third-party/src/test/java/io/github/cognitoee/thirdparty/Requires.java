package io.github.cognitoee.thirdparty;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class only where the machine has the tool. Without it they are skipped, and one line says so for
 * all of them; where the environment says {@code CI=true}, they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolCondition.class)
@interface Requires {

    Tool value();
}
