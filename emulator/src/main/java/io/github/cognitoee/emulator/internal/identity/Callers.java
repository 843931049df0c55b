package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.IdentityTokens.Checked;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells who calls an unsigned operation: from an identity id and logins to an identity whose logins were verified. */
final class Callers {

    private final IdentityPools pools;
    private final Identities identities;
    private final LoginVerifier logins;
    private final IdentityTokens tokens;
    private final Clock clock;

    Callers(IdentityPools pools, Identities identities, LoginVerifier logins, IdentityTokens tokens, Clock clock) {
        this.pools = pools;
        this.identities = identities;
        this.logins = logins;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * An identity, and by what it was proven.
     *
     * @param logins none for guests, and where a token of the identity service itself is the proof
     */
    record Caller(IdentityPool pool, WebIdentity identity, List<VerifiedLogin> logins) {}

    /** The identity of these logins in the pool, a new one if need be. Without logins a guest, new each time. */
    Identity signedIn(IdentityPool pool, PresentedLogins presented) {
        if (presented.tokens().isEmpty()) {
            expectGuestsIn(pool);
            return identities.newGuest(pool.id());
        }
        return identities.ofLogins(pool.id(), linksOf(logins.verify(pool, presented)));
    }

    /** Who calls in the name of this identity. */
    Caller of(String identityId, PresentedLogins presented) {
        Identity identity = identities.required(identityId);
        IdentityPool pool = pools.required(identity.poolId());
        if (presented.tokens().isEmpty()) {
            return guest(pool, identity);
        }
        String ownToken = presented.tokens().get(WebIdentity.ISSUER_HOST);
        if (ownToken != null && presented.tokens().size() == 1) {
            return byOwnToken(pool, identity, ownToken);
        }
        List<VerifiedLogin> verified = logins.verify(pool, presented);
        Identity resolved = resolved(identity, linksOf(verified));
        return new Caller(pool, webIdentity(pool, resolved, verified), verified);
    }

    /** The identity after it was linked to these logins, at least one of which it must have if it has any. */
    Identity resolved(Identity identity, List<Login> links) {
        if (!identity.enabled()) {
            return links.stream()
                    .flatMap(link -> identities.ofLogin(identity.poolId(), link).stream())
                    .findFirst()
                    .orElseThrow(() -> forbidden(identity));
        }
        if (!identity.isGuest() && links.stream().noneMatch(identity.logins()::contains)) {
            throw mismatch();
        }
        return identities.linked(identity, links);
    }

    private Caller guest(IdentityPool pool, Identity identity) {
        expectGuestsIn(pool);
        if (!identity.isGuest()) {
            throw forbidden(identity);
        }
        WebIdentity guest = new WebIdentity(pool.id(), identity.id(), List.of(IdentityPool.UNAUTHENTICATED), Map.of());
        return new Caller(pool, guest, List.of());
    }

    private Caller byOwnToken(IdentityPool pool, Identity identity, String token) {
        Checked checked = tokens.check(token);
        switch (checked.outcome()) {
            case VALID -> {}
            case EXPIRED -> throw IdToken.expired(clock.instant(), checked.end());
            case NOT_A_TOKEN -> throw IdToken.notAnIdToken();
            case FOREIGN_ISSUER -> throw IdToken.foreignIssuer();
            case WRONG_SIGNATURE -> throw IdToken.wrongSignature();
        }
        WebIdentity holder = checked.identity();
        if (!holder.audience().equals(pool.id()) || !holder.subject().equals(identity.id())) {
            throw mismatch();
        }
        return new Caller(pool, holder, List.of());
    }

    private static WebIdentity webIdentity(IdentityPool pool, Identity identity, List<VerifiedLogin> verified) {
        List<String> methods = new ArrayList<>(List.of(IdentityPool.AUTHENTICATED));
        Map<String, String> tags = new LinkedHashMap<>();
        for (VerifiedLogin login : verified) {
            methods.addAll(login.methods());
            tags.putAll(pool.tagsOf(login.provider()).tagsOf(login));
        }
        return new WebIdentity(pool.id(), identity.id(), methods, tags);
    }

    private static void expectGuestsIn(IdentityPool pool) {
        if (!pool.settings().allowUnauthenticatedIdentities()) {
            throw ErrorType.NOT_AUTHORIZED.because("Unauthenticated access is not supported for this identity pool.");
        }
    }

    private static List<Login> linksOf(List<VerifiedLogin> verified) {
        return verified.stream().map(VerifiedLogin::link).toList();
    }

    private static Refusal forbidden(Identity identity) {
        return ErrorType.NOT_AUTHORIZED.because("Access to Identity '" + identity.id() + "' is forbidden.");
    }

    private static Refusal mismatch() {
        return ErrorType.NOT_AUTHORIZED.because(
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }
}
