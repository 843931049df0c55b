package io.github.cognitoee.emulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A user of {@link EmulatedCognito}'s user pool. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface TestUser {

    /** The user name. */
    String name();

    /** The groups that the user belongs to. */
    String[] groups() default {};

    /** The user's attributes, each as {@code name=value}, such as {@code email=alice@example.com}. */
    String[] attributes() default {};

    /** The user's {@code sub}, a UUID; left out, it is made from pool and name, the same in each run. */
    String sub() default "";
}
