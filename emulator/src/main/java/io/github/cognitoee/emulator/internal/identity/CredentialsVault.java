package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.util.Base64URL;
import io.github.cognitoee.emulator.IssuedCredentials;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Issues temporary credentials and remembers them, the expired ones too: their use is answered differently. Thread-safe. */
public final class CredentialsVault {

    private static final int REMEMBERED = 100_000;
    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int KEY_ID_RANDOM = 16;
    private static final int SECRET_BYTES = 30;
    private static final int SESSION_TOKEN_BYTES = 384;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Entry> byAccessKeyId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > REMEMBERED;
        }
    };

    public CredentialsVault(Clock clock) {
        this.clock = clock;
    }

    synchronized IssuedCredentials issue(RoleSession session, Duration lifetime) {
        IssuedCredentials issued = new IssuedCredentials(
                accessKeyId(),
                Base64.getEncoder().encodeToString(random(SECRET_BYTES)),
                "IQoJb3JpZ2luX2Vj" + Base64URL.encode(random(SESSION_TOKEN_BYTES)),
                session.identity().subject(),
                session.role().arn(),
                clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS),
                session.role().sessionName(),
                session.policy(),
                session.identity().tags());
        byAccessKeyId.put(issued.accessKeyId(), new Entry(issued, session));
        return issued;
    }

    /** Those with this access key id, expired ones too. */
    public synchronized Optional<IssuedCredentials> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKeyId.get(accessKeyId)).map(Entry::issued);
    }

    /** Whose credentials they are. */
    public synchronized Optional<RoleSession> session(String accessKeyId) {
        return Optional.ofNullable(byAccessKeyId.get(accessKeyId)).map(Entry::session);
    }

    private record Entry(IssuedCredentials issued, RoleSession session) {}

    private String accessKeyId() {
        return random.ints(KEY_ID_RANDOM, 0, KEY_ALPHABET.length())
                .mapToObj(index -> KEY_ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining("", "ASIA", ""));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
