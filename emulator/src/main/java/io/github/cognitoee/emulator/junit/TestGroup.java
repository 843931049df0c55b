package io.github.cognitoee.emulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A group of {@link EmulatedCognito}'s user pool. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface TestGroup {

    /** The group's name. */
    String name();

    /** The ARN of its members' IAM role; left out for none. */
    String role() default "";
}
