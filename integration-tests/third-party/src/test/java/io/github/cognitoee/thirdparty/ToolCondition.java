package io.github.cognitoee.thirdparty;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides what {@link Requires} means on this machine. */
final class ToolCondition implements ExecutionCondition {

    private static final Map<Tool, Optional<String>> OBSTACLES = new ConcurrentHashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Requires.class)
                .flatMap(requires -> OBSTACLES.computeIfAbsent(requires.value(), ToolCondition::examine))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the tool is here"));
    }

    private static Optional<String> examine(Tool tool) {
        Optional<String> obstacle = tool.obstacle();
        obstacle.ifPresent(reason -> {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason + "; with CI=true the tests that call it must run");
            }
            System.err.println(reason + ": the tests that call it are skipped (with CI=true they fail)");
        });
        return obstacle;
    }
}
