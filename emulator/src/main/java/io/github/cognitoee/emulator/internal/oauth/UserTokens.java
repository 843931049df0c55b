package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of a user, as the endpoints write them. */
record UserTokens(TokenIssuer issuer) {

    /**
     * The tokens that a grant is worth.
     *
     * @param source why there are tokens
     * @param nonce of the request that the sign-in began with
     * @param refreshToken null where none is due
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if a function is against it
     */
    Map<String, Object> of(SignedIn plain, Source source, @Nullable String nonce, @Nullable String refreshToken) {
        SignedIn user = plain.with(new PreTokenGeneration(Moment.of(plain.pool(), plain.client()))
                .ofUser(source, plain.account(), plain.grant()));
        String accessToken = issuer.accessToken(user);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (user.grant().hasIdToken()) {
            answer.put("id_token", issuer.idToken(user, accessToken, nonce));
        }
        answer.put("access_token", accessToken);
        if (refreshToken != null) {
            answer.put("refresh_token", refreshToken);
        }
        answer.put("expires_in", user.client().settings().accessLifetime().toSeconds());
        answer.put("token_type", "Bearer");
        return answer;
    }
}
