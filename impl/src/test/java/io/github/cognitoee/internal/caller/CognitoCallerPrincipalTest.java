package io.github.cognitoee.internal.caller;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CognitoCallerPrincipalTest {

    private final String text =
            accessToken(Map.of("cognito:groups", List.of("users", TestTokens.POOL.id() + "_Google")));
    private final VerifiedJwt token = verified(text);
    private final CognitoCallerPrincipal caller =
            new CognitoCallerPrincipal("alice", token, Set.of("members"), () -> new IdToken(token));

    @Test
    void isAlsoTheTokenOfMicroProfileJwt() {
        assertThat(caller.getName()).isEqualTo("alice");
        assertThat(caller.getRawToken()).isEqualTo(text);
        assertThat(caller.getIssuer()).isEqualTo(token.issuer());
        assertThat(caller.getSubject()).isEqualTo(token.subject());
        assertThat(caller.getGroups()).isEqualTo(Set.of("users"));
        assertThat(caller.getExpirationTime()).isEqualTo(token.expiresAt().getEpochSecond());
        assertThat(caller.<String>getClaim("client_id")).isEqualTo("web");
        assertThat(caller.getClaimNames()).contains("token_use", "scope");
    }

    @Test
    void groupsAreAClaimWhateverCognitoCallsThem() {
        assertThat(caller.<Set<String>>getClaim("groups")).isEqualTo(Set.of("users"));
    }

    @Test
    void dateThatTheTokenDoesNotHaveIsNoDate() {
        assertThat(caller.claim("nbf")).isEmpty();
        assertThat(caller.claim("updated_at")).isEmpty();
    }

    @Test
    void twoCallersAreNeverEqual() {
        assertThat(new CognitoCallerPrincipal("alice", token, Set.of("members"), () -> new IdToken(token)))
                .isNotEqualTo(caller);
    }

    @Test
    void isNotSerialised() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(caller))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageEndingWith("CognitoCallerPrincipal holds the caller's proof");
    }

    @Test
    void printsItsNameOnly() {
        assertThat(caller).hasToString("alice");
    }
}
