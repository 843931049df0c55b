package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;

/** The provider name under which an identity pool knows a user pool. */
final class LoginsKey {

    private LoginsKey() {}

    static String of(IdentityPoolConfig config, IdToken token) {
        return config.loginsKey().orElseGet(() -> ofUserPool(token));
    }

    /** Built from the pool id, never from {@code iss}, which may have the other shape of issuer. */
    static String ofUserPool(IdToken token) {
        UserPoolConfig userPool = token.userPool();
        Region region = userPool.region();
        return "cognito-idp." + region + "." + region.dnsSuffix() + "/" + userPool.id();
    }
}
