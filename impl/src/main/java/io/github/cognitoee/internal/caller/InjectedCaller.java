package io.github.cognitoee.internal.caller;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What {@code @Inject CognitoCaller} is: stateless, each method asks for the caller of its own thread. */
@ApplicationScoped
public class InjectedCaller implements CognitoCaller {

    private final CurrentCaller currentCaller;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected InjectedCaller() {
        this.currentCaller = null;
    }

    @Inject
    InjectedCaller(CurrentCaller currentCaller) {
        this.currentCaller = currentCaller;
    }

    @Override
    public boolean isAnonymous() {
        return currentCaller.find().isEmpty();
    }

    @Override
    public boolean isMachine() {
        return token().filter(VerifiedJwt::isMachine).isPresent();
    }

    @Override
    public Optional<String> name() {
        return currentCaller.find().map(CognitoCallerPrincipal::getName);
    }

    @Override
    public Optional<String> issuer() {
        return token().map(VerifiedJwt::issuer);
    }

    @Override
    public Optional<String> sub() {
        return token().map(VerifiedJwt::subject);
    }

    @Override
    public Optional<String> username() {
        return token().flatMap(VerifiedJwt::username);
    }

    @Override
    public Optional<String> email() {
        return token().filter(token -> token.bool("email_verified").orElse(false))
                .flatMap(token -> token.string("email"));
    }

    @Override
    public Optional<String> clientId() {
        return token().map(VerifiedJwt::clientId);
    }

    @Override
    public Optional<String> tokenUse() {
        return token().flatMap(token -> token.string("token_use"));
    }

    @Override
    public Set<String> groups() {
        return token().map(VerifiedJwt::groups).orElse(Set.of());
    }

    @Override
    public Set<String> roles() {
        return currentCaller.find().map(CognitoCallerPrincipal::roles).orElse(Set.of());
    }

    @Override
    public Set<String> scopes() {
        return currentCaller.find().map(CognitoCallerPrincipal::scopes).orElse(Set.of());
    }

    @Override
    public Set<String> awsRoles() {
        return ofIdToken()
                .map(token -> token.strings("cognito:roles"))
                .<Set<String>>map(roles -> Collections.unmodifiableSet(new LinkedHashSet<>(roles)))
                .orElse(Set.of());
    }

    @Override
    public Optional<String> preferredAwsRole() {
        return ofIdToken().flatMap(token -> token.string("cognito:preferred_role"));
    }

    @Override
    public Optional<Instant> authenticatedAt() {
        return token().flatMap(token -> token.date("auth_time"));
    }

    @Override
    public Optional<Instant> expiresAt() {
        return token().map(VerifiedJwt::expiresAt);
    }

    private Optional<VerifiedJwt> ofIdToken() {
        return token().filter(VerifiedJwt::isIdToken);
    }

    private Optional<VerifiedJwt> token() {
        return currentCaller.find().map(CognitoCallerPrincipal::token);
    }

    @Override
    public String toString() {
        return "CognitoCaller";
    }
}
