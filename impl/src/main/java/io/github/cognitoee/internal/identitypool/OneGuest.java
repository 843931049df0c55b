package io.github.cognitoee.internal.identitypool;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All guests of this instance of the application as one. */
final class OneGuest implements GuestBook, Guest {

    private final AtomicReference<@Nullable String> given = new AtomicReference<>();

    @Override
    public Optional<Guest> current() {
        return Optional.of(this);
    }

    @Override
    public Guest begin() {
        return this;
    }

    @Override
    public Optional<Guest> before() {
        return Optional.empty();
    }

    @Override
    public Object key() {
        return this;
    }

    @Override
    public Optional<String> identityId() {
        return Optional.ofNullable(given.get());
    }

    @Override
    public void give(String identityId) {
        given.set(identityId);
    }

    @Override
    public void take(String identityId) {
        given.updateAndGet(id -> identityId.equals(id) ? null : id);
    }
}
