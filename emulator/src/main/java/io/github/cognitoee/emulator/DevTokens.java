package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tokens without a password, for {@code curl} at a desk: those that a sign-in would give, the refresh token included. */
record DevTokens(UserPools pools, PoolTokens tokens) {

    private static final String MACHINE_SCOPE = "emulator/default";
    private static final Pattern SCOPES =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

    List<DevEndpoint> all() {
        return List.of(
                DevEndpoint.get(
                        "/dev/tokens/{username}",
                        "signs a user in without a password; without client_id at the first client of the first pool",
                        this::ofUser,
                        "client_id",
                        "scope"),
                DevEndpoint.get(
                        "/dev/machine-tokens/{client_id}",
                        "the access token of a client itself",
                        this::ofMachine,
                        "scope"));
    }

    private Map<String, Object> ofUser(DevRequest request) {
        Pool pool = request.optional("client_id").map(this::poolOf).orElseGet(() -> pools.first()
                .pool());
        String username = request.inPath("username");
        Account account = pool.accounts().typed(username).orElseThrow(() -> unknown("user", username));
        AppClient client =
                request.optional("client_id").map(pool.clients()::required).orElseGet(() -> firstClient(pool));
        Grant grant = pool.grants().open(account, client, scopes(request, Scopes.USER_ADMIN), Grant.Means.UNKNOWN);
        Map<String, Object> body = new LinkedHashMap<>();
        SignedIn signedIn = new SignedIn(pool, client, account, grant);
        body.put("access_token", tokens.accessToken(signedIn));
        body.put("id_token", tokens.idToken(signedIn));
        body.put("refresh_token", pool.grants().refreshTokenOf(grant));
        return body;
    }

    private Map<String, Object> ofMachine(DevRequest request) {
        String clientId = request.inPath("client_id");
        Pool pool = poolOf(clientId);
        AppClient client = pool.clients().required(clientId);
        return Map.of("access_token", tokens.machineToken(pool, client, scopes(request, MACHINE_SCOPE)));
    }

    private Pool poolOf(String clientId) {
        return pools.withClient(clientId)
                .orElseThrow(() -> unknown("client", clientId))
                .pool();
    }

    private static AppClient firstClient(Pool pool) {
        return pool.clients().all().stream().findFirst().orElseThrow(() -> unknown("client", "of " + pool.id()));
    }

    private static List<String> scopes(DevRequest request, String ifNone) {
        String scopes = request.optional("scope").orElse(ifNone);
        if (!SCOPES.matcher(scopes).matches()) {
            throw DevRequest.wrong("scope", scopes, "scopes with a space between them");
        }
        return List.of(scopes.split(" "));
    }

    private static DevRefusal unknown(String what, String name) {
        return DevRefusal.notFound("the emulator has no such " + what + ": " + name);
    }
}
