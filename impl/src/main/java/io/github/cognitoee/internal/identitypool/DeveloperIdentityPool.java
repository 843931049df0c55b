package io.github.cognitoee.internal.identitypool;

import java.util.Collection;
import java.util.Optional;

/**
 * An identity pool at which the application vouches for who has no ID token: the pool makes a token of its own for them, and
 * that is what they show. All others are as before. Thread-safe.
 *
 * @param <P> the pool for all others
 */
final class DeveloperIdentityPool<P extends IdentityPool & OpenIdTokens & LoginLinks>
        implements IdentityPool, OpenIdTokens, LoginLinks {

    private final P pool;
    private final DeveloperTokens tokens;
    private final CallRate rate;

    /** @param rate how often such tokens may be asked for */
    DeveloperIdentityPool(P pool, DeveloperTokens tokens, CallRate rate) {
        this.pool = pool;
        this.tokens = tokens;
        this.rate = rate;
    }

    @Override
    public String identityId(Applicant applicant) {
        return applicant.isVouchedFor() ? openIdToken(applicant).identityId() : pool.identityId(applicant);
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        return applicant.isVouchedFor()
                ? credentials(openIdToken(identityId, applicant), applicant, requestedRole)
                : pool.credentials(identityId, applicant, requestedRole);
    }

    @Override
    public IssuedCredentials credentials(Applicant applicant, Optional<String> requestedRole) {
        return applicant.isVouchedFor()
                ? credentials(openIdToken(applicant), applicant, requestedRole)
                : pool.credentials(applicant, requestedRole);
    }

    private IssuedCredentials credentials(OpenIdToken token, Applicant applicant, Optional<String> requestedRole) {
        return pool.credentials(token.identityId(), applicant.by(token), requestedRole);
    }

    @Override
    public OpenIdToken openIdToken(String identityId, Applicant applicant) {
        return applicant.isVouchedFor()
                ? token(applicant, Optional.of(identityId))
                : pool.openIdToken(identityId, applicant);
    }

    @Override
    public OpenIdToken openIdToken(Applicant applicant) {
        return applicant.isVouchedFor() ? token(applicant, Optional.empty()) : pool.openIdToken(applicant);
    }

    private OpenIdToken token(Applicant applicant, Optional<String> identityId) {
        rate.await();
        return tokens.token(applicant, identityId);
    }

    @Override
    public void unlink(String identityId, Applicant applicant, Collection<String> providers) {
        if (applicant.isVouchedFor()) {
            OpenIdToken token = openIdToken(applicant);
            pool.unlink(token.identityId(), applicant.by(token), providers);
        } else {
            pool.unlink(identityId, applicant, providers);
        }
    }
}
