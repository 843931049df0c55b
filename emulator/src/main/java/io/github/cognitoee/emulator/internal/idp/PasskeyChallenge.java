package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.passkey.RelyingParty;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.MfaFactors.WebAuthn;
import io.github.cognitoee.emulator.internal.pool.Passkey;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code WEB_AUTHN}: a passkey in place of a password, and of a second factor where the pool takes it for both. */
record PasskeyChallenge(RelyingParties parties) implements Question, FirstFactor {

    /** What the authenticator has to sign. */
    private record Asked(String text) implements Challenge.Detail {}

    @Override
    public String name() {
        return RelyingParties.FACTOR;
    }

    @Override
    public boolean isAvailable(Pool pool, Optional<Account> account) {
        boolean enough = !pool.settings().requiresMfa()
                || Optional.ofNullable(pool.mfaFactors().webAuthnConfiguration())
                        .filter(WebAuthn::standsForTwo)
                        .isPresent();
        return enough
                && pool.settings().firstFactors().contains(name())
                && parties.find(pool).isPresent()
                && account.filter(user -> !pool.passkeys().of(user.username()).isEmpty())
                        .isPresent();
    }

    @Override
    public AuthAnswer begin(Beginning beginning, Course course) {
        Pool pool = beginning.context().pool();
        List<Passkey> present = beginning
                .account()
                .map(account -> pool.passkeys().of(account.username()))
                .orElse(List.of());
        Asked asked = new Asked(UUID.randomUUID().toString());
        String options = parties.required(pool).requestOptions(asked.text(), present);
        return AuthAnswer.challenge(
                name(), beginning.await(name(), asked), Map.of("CREDENTIAL_REQUEST_OPTIONS", options));
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        Passkey used = reply.counting(() -> verified(reply, signIn));
        reply.end();
        signIn.pool().passkeys().replace(used);
        return course.afterFirstFactor(signIn.passing(used.method()));
    }

    private Passkey verified(Reply reply, SignIn signIn) {
        String credential = reply.given().required("CREDENTIAL");
        Passkey passkey = signIn.pool()
                .passkeys()
                .find(signIn.account().username(), RelyingParty.idOf(credential))
                .orElseThrow(() -> ErrorType.NOT_AUTHORIZED.because("Credential verification failed."));
        return parties.required(signIn.pool())
                .used(passkey, credential, reply.challenge().detail(Asked.class).text());
    }
}
