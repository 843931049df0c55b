package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Authorization;
import io.github.cognitoee.emulator.internal.pool.BrowserSession;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers requests for authorizations, once a user has signed in. */
public final class Authorizations {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final UserTokens tokens;

    public Authorizations(TokenIssuer issuer) {
        this.tokens = new UserTokens(issuer);
    }

    /** The address at the application that brings the code, or with the implicit grant the tokens. */
    public String answer(AuthorizeRequest request, BrowserSession signIn) {
        Authorization authorization = new Authorization(request.asked(), signIn);
        Map<String, ?> answer = request.callback().inFragment()
                ? implicit(request, authorization)
                : Map.of("code", request.pool().login().codes().open(authorization, CODE_LIFETIME));
        return request.callback().with(answer);
    }

    private Map<String, Object> implicit(AuthorizeRequest request, Authorization authorization) {
        Account account =
                request.pool().accounts().required(authorization.signIn().username());
        Grant grant = request.pool().grants().open(authorization, request.client());
        Map<String, Object> answer = new LinkedHashMap<>(tokens.of(
                UserTokens.heard(new SignedIn(request.pool(), request.client(), account, grant), Source.PAGES),
                authorization.asked().nonce(),
                null));
        answer.put("token_type", "bearer");
        return answer;
    }
}
