package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names under which nodes find what they share: SHA-256 over all that decides what an identity pool answers, the
 * application's own settings included, so that nobody is given what was issued under a wider session policy. They tell
 * nothing of whom they are about. Immutable.
 */
final class SharedKeys {

    /** Another one in each release that changes anything here or in {@link PackedEntries}: versions of the library do not mix. */
    private static final String FORMAT = "cognito-ee-2";

    private final String settings;

    SharedKeys(IdentityPoolConfig config) {
        Optional<ClassicConfig> classic = config.classic();
        this.settings = digest(Stream.of(
                FORMAT,
                config.id(),
                text(config.endpoint()),
                text(config.stsEndpoint()),
                text(config.loginsKey()),
                String.valueOf(config.checkRoles()),
                text(classic.map(ClassicConfig::duration)),
                text(classic.flatMap(ClassicConfig::role)),
                text(classic.flatMap(ClassicConfig::policy))));
    }

    String of(PersonKey person) {
        return digest(Stream.of(settings, "person", person.identityPoolId(), person.issuer(), person.subject()));
    }

    String of(LoginKey login) {
        PersonKey person = login.person();
        return digest(Stream.concat(
                Stream.of(settings, "login", person.identityPoolId(), person.issuer(), person.subject()),
                login.linked().stream()
                        .sorted(Comparator.comparing(LinkedUser::provider).thenComparing(LinkedUser::user))
                        .flatMap(user -> Stream.of(user.provider(), user.user()))));
    }

    /** @param generation of the person, without which nobody finds them */
    String of(CredentialsKey key, String generation) {
        return digest(Stream.of(
                settings,
                "credentials",
                generation,
                of(key.login()),
                key.clientId(),
                key.signIn(),
                text(key.requestedRole()),
                key.claimsDigest()));
    }

    /** Something that is there is told from something that is not, whatever it is. */
    private static String text(Optional<?> value) {
        return value.map(present -> "=" + present).orElse("");
    }

    /** Lengths first, so that no two lists of parts give the same bytes. */
    private static String digest(Stream<String> parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            parts.map(part -> part.getBytes(StandardCharsets.UTF_8)).forEach(part -> {
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                sha256.update(part);
            });
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
