package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.passkey.RelyingParty;
import io.github.cognitoee.emulator.internal.pool.MfaFactors.WebAuthn;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Optional;

/** Whom the passkeys of pools are for: the configured host, else the domain of the pool. */
record RelyingParties(String region) {

    static final String FACTOR = "WEB_AUTHN";

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the pool takes no passkeys */
    RelyingParty required(Pool pool) {
        if (!pool.settings().firstFactors().contains(FACTOR)) {
            throw ErrorType.WEBAUTHN_NOT_ENABLED.because("WebAuthn is not enabled for this user pool.");
        }
        return find(pool)
                .orElseThrow(() -> ErrorType.WEBAUTHN_CONFIGURATION_MISSING.because(
                        "WebAuthn configuration is missing: the user pool has neither a relying party nor a domain."));
    }

    Optional<RelyingParty> find(Pool pool) {
        Optional<WebAuthn> configured = Optional.ofNullable(pool.mfaFactors().webAuthnConfiguration());
        String verification = configured.map(WebAuthn::verification).orElse("preferred");
        return configured
                .flatMap(WebAuthn::host)
                .or(() -> pool.domain().map(prefix -> prefix + ".auth." + region + ".amazoncognito.com"))
                .map(host -> new RelyingParty(host, verification));
    }
}
