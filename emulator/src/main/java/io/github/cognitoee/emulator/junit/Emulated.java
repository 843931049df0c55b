package io.github.cognitoee.emulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What of {@link EmulatedCognito} a field or parameter shall hold, by its type. A static field is set before all tests,
 * another before each; parameters need this for a {@code URI} only, the emulator's address.
 *
 * <pre>{@code
 * @Emulated
 * TokenMinter tokens;
 * }</pre>
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Emulated {}
