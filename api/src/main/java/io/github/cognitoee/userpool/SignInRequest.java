package io.github.cognitoee.userpool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to sign in, and by what. Immutable but for the password, which is zeroed when the request has been served: one
 * with a password serves once, and so do those that were made from it. {@code toString} shows neither of the two.
 */
public final class SignInRequest {

    private final String username;
    private final @Nullable GivenPassword password;
    private final @Nullable SignInFlow flow;
    private final @Nullable FirstFactor preferredFactor;
    private final @Nullable String clientAddress;
    private final @Nullable String deviceData;
    private final @Nullable RememberedDevice device;
    private final Map<String, String> clientMetadata;

    private SignInRequest(Draft draft) {
        this.username = draft.username;
        this.password = draft.password;
        this.flow = draft.flow;
        this.preferredFactor = draft.preferredFactor;
        this.clientAddress = draft.clientAddress;
        this.deviceData = draft.deviceData;
        this.device = draft.device;
        this.clientMetadata = draft.clientMetadata;
    }

    /** @param username the user name, or an alias that the pool has: an e-mail address, a telephone number */
    public static SignInRequest of(String username) {
        return new SignInRequest(new Draft(Objects.requireNonNull(username, "username")));
    }

    /** With the password, of which a copy is kept: the caller zeroes its own. */
    public SignInRequest password(char[] value) {
        return with(draft -> draft.password = new GivenPassword(value));
    }

    /** By this flow instead of the configured one ({@code cognito.sign-in.flow}). */
    public SignInRequest flow(SignInFlow value) {
        return with(draft -> draft.flow = value);
    }

    /** With the factor that the person would like, for {@link SignInFlow#USER_AUTH}; else Cognito has them choose. */
    public SignInRequest preferredFactor(FirstFactor value) {
        return with(draft -> draft.preferredFactor = value);
    }

    /**
     * Where the person's request came from, for threat protection. Heeded of confidential clients with {@code
     * EnablePropagateAdditionalUserContextData}, and by {@link SignInFlow#ADMIN_USER_PASSWORD_AUTH}.
     */
    public SignInRequest clientAddress(String ipAddress) {
        return with(draft -> draft.clientAddress = ipAddress);
    }

    /**
     * What Cognito's script found about the person's device, encoded, for threat protection. Heeded where {@link
     * #clientAddress} is; by {@link SignInFlow#ADMIN_USER_PASSWORD_AUTH} only beside it.
     */
    public SignInRequest deviceData(String encodedData) {
        return with(draft -> draft.deviceData = encodedData);
    }

    /** The device that was remembered at an earlier sign-in. */
    public SignInRequest device(RememberedDevice value) {
        return with(draft -> draft.device = value);
    }

    /** What triggers of the pool are told besides, at each step as far as the state has room for it. */
    public SignInRequest clientMetadata(Map<String, String> value) {
        return with(draft -> draft.clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(value)));
    }

    /** The user name, or an alias that the pool has. */
    public String username() {
        return username;
    }

    /**
     * The password itself, no copy; a secret.
     *
     * @throws IllegalStateException when the request, or another that was made from it, has been served
     */
    @SuppressWarnings("OptionalContainsArray") // one array, handed on and zeroed by whoever uses it
    public Optional<char[]> password() {
        return Optional.ofNullable(password).map(given -> given.reveal("SignInRequest"));
    }

    /** Empty for the configured one. */
    public Optional<SignInFlow> flow() {
        return Optional.ofNullable(flow);
    }

    /** What the person would like to begin with; empty where they did not say. */
    public Optional<FirstFactor> preferredFactor() {
        return Optional.ofNullable(preferredFactor);
    }

    /** Where the person's request came from; empty where nobody told. */
    public Optional<String> clientAddress() {
        return Optional.ofNullable(clientAddress);
    }

    /** What Cognito's script found; empty where nobody told. */
    public Optional<String> deviceData() {
        return Optional.ofNullable(deviceData);
    }

    /** The device that was remembered; empty for a new one. */
    public Optional<RememberedDevice> device() {
        return Optional.ofNullable(device);
    }

    /** What triggers are told besides; empty for nothing. */
    public Map<String, String> clientMetadata() {
        return clientMetadata;
    }

    /** Forgets the password. */
    public void clear() {
        if (password != null) {
            password.clear();
        }
    }

    private SignInRequest with(Change change) {
        Draft draft = new Draft(this);
        change.apply(draft);
        return new SignInRequest(draft);
    }

    @Override
    public String toString() {
        return "SignInRequest";
    }

    @FunctionalInterface
    private interface Change {
        void apply(Draft draft);
    }

    private static final class Draft {

        private final String username;
        private @Nullable GivenPassword password;
        private @Nullable SignInFlow flow;
        private @Nullable FirstFactor preferredFactor;
        private @Nullable String clientAddress;
        private @Nullable String deviceData;
        private @Nullable RememberedDevice device;
        private Map<String, String> clientMetadata = Map.of();

        Draft(String username) {
            this.username = username;
        }

        Draft(SignInRequest from) {
            this.username = from.username;
            this.password = from.password;
            this.flow = from.flow;
            this.preferredFactor = from.preferredFactor;
            this.clientAddress = from.clientAddress;
            this.deviceData = from.deviceData;
            this.device = from.device;
            this.clientMetadata = from.clientMetadata;
        }
    }
}
