package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.event.CognitoEvent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of our events the application observes, and how; noted by the container's threads at deployment. */
final class EventObservers {

    private final Set<Class<?>> synchronous = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> asynchronous = ConcurrentHashMap.newKeySet();

    /** Notes an observer of whatever event; one that asks for a qualifier is none of ours, which have none. */
    void note(ObserverMethod<?> observer) {
        if (observer.getObservedQualifiers().stream().allMatch(q -> q instanceof Any || q instanceof Default)) {
            for (Class<?> event : CognitoEvent.class.getPermittedSubclasses()) {
                if (isObserved(event, observer.getObservedType())) {
                    (observer.isAsync() ? asynchronous : synchronous).add(event);
                }
            }
        }
    }

    /** A type variable stands for anything within its bounds; our events have no type arguments. */
    private static boolean isObserved(Class<?> event, Type observed) {
        if (observed instanceof TypeVariable<?> variable) {
            return Arrays.stream(variable.getBounds()).allMatch(bound -> isObserved(event, bound));
        }
        return observed instanceof Class<?> type && type.isAssignableFrom(event);
    }

    boolean isObserved(Class<? extends CognitoEvent> event) {
        return isSynchronous(event) || isAsynchronous(event);
    }

    boolean isSynchronous(Class<? extends CognitoEvent> event) {
        return synchronous.contains(event);
    }

    boolean isAsynchronous(Class<? extends CognitoEvent> event) {
        return asynchronous.contains(event);
    }
}
