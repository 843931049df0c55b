package io.github.cognitoee.it;

import io.github.cognitoee.it.harness.Server;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Stands around every test. One that has a {@link Deviation} on the server under test is reported as skipped when it fails
 * as expected, and fails when it does not.
 */
public final class Deviations implements InvocationInterceptor, ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                ? ConditionEvaluationResult.enabled(null)
                : context.getTestClass()
                        .flatMap(test -> Server.underTest().flatMap(server -> Deviation.of(server, test)))
                        .map(deviation -> ConditionEvaluationResult.disabled(deviation.toString()))
                        .orElse(ConditionEvaluationResult.enabled(null));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        judge(invocation, test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        judge(invocation, test);
    }

    private static void judge(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test) throws Throwable {
        Optional<Deviation> expected = Server.underTest()
                .flatMap(server -> Deviation.of(
                        server, test.getTargetClass(), test.getExecutable().getName(), test.getArguments()));
        if (expected.isEmpty()) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (Exception | AssertionError failure) {
            if (expected.get().explains(failure)) {
                throw new TestAbortedException(expected.get().toString(), failure);
            }
            throw failure;
        }
        if (expected.get().isCertain()) {
            throw new AssertionError(expected.get().name() + " is no deviation any more: take it out of the table");
        }
    }
}
