package io.github.cognitoee.internal.userpool;

/** A challenge that the library answers by itself. */
@FunctionalInterface
interface OwnStep {

    PoolAnswer answer(PoolAnswer due, Conversation conversation);
}
