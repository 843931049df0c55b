package io.github.cognitoee.internal.caller;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** What {@code @Inject CognitoCaller} is: stateless, each method asks for the caller of its own thread. */
@ApplicationScoped
public class InjectedCaller implements CognitoCaller {

    private final CurrentCaller currentCaller;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
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
    public Set<String> groups() {
        return token().map(VerifiedJwt::groups).orElse(Set.of());
    }

    private Optional<VerifiedJwt> token() {
        return currentCaller.find().map(CognitoCallerPrincipal::token);
    }
}
