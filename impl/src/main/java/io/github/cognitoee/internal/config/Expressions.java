package io.github.cognitoee.internal.config;

import org.jspecify.annotations.Nullable;

/** Evaluates what the definition annotations hold of Jakarta Expression Language. */
@FunctionalInterface
public interface Expressions {

    /**
     * @param text with at least one <code>${...}</code>, and text around it perhaps
     * @return what it evaluates to
     * @throws RuntimeException when it cannot be evaluated
     */
    @Nullable
    Object evaluate(String text);
}
