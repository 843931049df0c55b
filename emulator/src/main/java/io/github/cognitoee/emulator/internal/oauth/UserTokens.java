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
     * What a function makes of tokens that are due.
     *
     * @param source why there are tokens
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is against them
     */
    static SignedIn heard(SignedIn user, Source source) {
        return user.with(new PreTokenGeneration(Moment.of(user.pool(), user.client()))
                .ofUser(source, user.account(), user.grant()));
    }

    /**
     * The tokens that a grant is worth.
     *
     * @param nonce of the request that the sign-in began with
     * @param refreshToken null where none is due
     */
    Map<String, Object> of(SignedIn user, @Nullable String nonce, @Nullable String refreshToken) {
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
