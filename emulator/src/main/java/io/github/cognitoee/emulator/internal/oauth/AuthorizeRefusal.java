package io.github.cognitoee.emulator.internal.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for an authorization is refused: at the application, or on a page where nobody knows whose request it is. */
public final class AuthorizeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String location;

    private AuthorizeRefusal(String error, @Nullable String location) {
        super(error, null, false, false);
        this.location = location;
    }

    static AuthorizeRefusal onPage(String error) {
        return new AuthorizeRefusal(error, null);
    }

    static AuthorizeRefusal at(String location, String error) {
        return new AuthorizeRefusal(error, location);
    }

    /** The code of the error. */
    public String error() {
        return String.valueOf(getMessage());
    }

    /** Where the application learns of it; empty where it must be told on a page. */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }
}
