package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.Expressions;
import jakarta.el.BeanNameResolver;
import jakarta.el.ELContext;
import jakarta.el.ELManager;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions that see the application's named beans. Used by one thread at deployment. */
final class ElExpressions implements Expressions {

    private final BeanNameResolver beans;
    private final ClassLoader application;

    /**
     * @param beans resolves the names of beans
     * @param application where the server's Expression Language is found from
     */
    ElExpressions(BeanNameResolver beans, ClassLoader application) {
        this.beans = beans;
        this.application = application;
    }

    @Override
    public @Nullable Object evaluate(String text) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application); // WildFly's has none here, and Expression Language looks there
        try {
            ELManager manager = new ELManager();
            manager.addBeanNameResolver(beans);
            ELContext context = manager.getELContext();
            return ELManager.getExpressionFactory()
                    .createValueExpression(context, text, Object.class)
                    .getValue(context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
