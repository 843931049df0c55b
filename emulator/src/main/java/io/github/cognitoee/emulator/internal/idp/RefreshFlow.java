package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Grant;

/** {@code REFRESH_TOKEN_AUTH}: an earlier sign-in goes on. */
record RefreshFlow(Tokens tokens) implements Flow {

    static final String NAME = "REFRESH_TOKEN_AUTH";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        String refreshToken = given.required("REFRESH_TOKEN");
        String[] hashed = context.pool()
                .grants()
                .find(refreshToken)
                .map(Grant::username)
                .flatMap(name -> context.pool().accounts().named(name))
                .map(account -> new String[] {account.username(), account.sub()})
                .orElse(new String[] {""});
        context.checkSecretHash(given.optional("SECRET_HASH"), hashed);
        try {
            return AuthAnswer.tokens(tokens.ofRefresh(context, refreshToken, given.optional("DEVICE_KEY")));
        } catch (Refusal refusal) {
            throw knownToFlows(refusal);
        }
    }

    /** Only the operation that knows rotation tells of a replaced token; the client may have rotated before. */
    private static Refusal knownToFlows(Refusal refusal) {
        return refusal.type() == ErrorType.REFRESH_TOKEN_REUSE
                ? ErrorType.NOT_AUTHORIZED.because("Refresh Token has been revoked")
                : refusal;
    }
}
