package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A user pool that answers in the order in which a test tells it, and notes what it was asked. SRP it does for real, from the
 * other side.
 */
final class FakePool implements SignInApi {

    /** One call: which operation, of what, with which parameters, in which session. */
    record Call(
            String operation,
            String name,
            Map<String, String> parameters,
            String session,
            Circumstances circumstances) {}

    static final IssuedTokens TOKENS = new IssuedTokens("id", "access", "refresh", Optional.empty());

    final List<Call> calls = new ArrayList<>();
    private final Deque<Function<Call, PoolAnswer>> answers = new ArrayDeque<>();
    private final Deque<Function<Call, String>> others = new ArrayDeque<>();

    boolean closed;

    /** The next step of a sign-in is answered so. */
    FakePool then(Function<Call, PoolAnswer> answer) {
        answers.add(answer);
        return this;
    }

    FakePool thenChallenge(String challenge, Map<String, String> parameters) {
        return then(
                call -> new PoolAnswer(Optional.empty(), challenge, parameters, "session " + calls.size(), List.of()));
    }

    FakePool thenChoice(String... choices) {
        return then(call -> new PoolAnswer(
                Optional.empty(), "SELECT_CHALLENGE", Map.of(), "session " + calls.size(), List.of(choices)));
    }

    FakePool thenTokens() {
        return then(call -> PoolAnswer.of(TOKENS));
    }

    FakePool thenError(String code, String message) {
        return then(call -> {
            throw error(call.operation(), code, message);
        });
    }

    /** The next call of another operation is answered so. */
    FakePool otherwise(Function<Call, String> answer) {
        others.add(answer);
        return this;
    }

    static CognitoException error(String operation, String code, String message) {
        return new ServiceError(operation, code, message, 400).exception();
    }

    /** Asks for SRP, and takes the password of the answer. */
    FakePool thenSrp(String poolName, String userId, String password) {
        Verifier verifier = new Verifier("PASSWORD_VERIFIER", new Srp.Identity(poolName, userId), password);
        return then(verifier::ask).then(verifier::take);
    }

    /** The same of a device: two steps of asking. */
    FakePool thenDeviceSrp(String groupKey, String deviceKey, String password) {
        Verifier verifier = new Verifier("DEVICE_PASSWORD_VERIFIER", new Srp.Identity(groupKey, deviceKey), password);
        return then(call -> new PoolAnswer(Optional.empty(), "DEVICE_SRP_AUTH", Map.of(), "device", List.of()))
                .then(verifier::ask)
                .then(verifier::take);
    }

    /** What the last call was. */
    Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public PoolAnswer initiate(String flow, Map<String, String> parameters, Circumstances circumstances) {
        return answered(new Call("InitiateAuth", flow, parameters, "", circumstances));
    }

    @Override
    public PoolAnswer respond(
            String challenge, String session, Map<String, String> responses, Circumstances circumstances) {
        return answered(new Call("RespondToAuthChallenge", challenge, responses, session, circumstances));
    }

    private PoolAnswer answered(Call call) {
        calls.add(call);
        return answers.remove().apply(call);
    }

    @Override
    public SetUp associateSoftwareToken(String session) {
        return new SetUp(other("AssociateSoftwareToken", Map.of(), session), "associated " + session);
    }

    @Override
    public String verifySoftwareToken(String session, String code) {
        return other("VerifySoftwareToken", Map.of("code", code), session);
    }

    @Override
    public void confirmDevice(String accessToken, String deviceKey, String salt, String verifier) {
        other(
                "ConfirmDevice",
                Map.of("accessToken", accessToken, "deviceKey", deviceKey, "salt", salt, "verifier", verifier),
                "");
    }

    @Override
    public IssuedTokens refresh(String refreshToken, Optional<String> deviceKey) {
        Call call = new Call(
                "GetTokensFromRefreshToken",
                "",
                Map.of("refreshToken", refreshToken, "deviceKey", deviceKey.orElse("")),
                "",
                Circumstances.NONE);
        return answered(call).issued().orElseThrow();
    }

    @Override
    public void revoke(String refreshToken) {
        other("RevokeToken", Map.of("token", refreshToken), "");
    }

    @Override
    public void globalSignOut(String accessToken) {
        other("GlobalSignOut", Map.of("accessToken", accessToken), "");
    }

    private String other(String operation, Map<String, String> parameters, String session) {
        Call call = new Call(operation, "", parameters, session, Circumstances.NONE);
        calls.add(call);
        return others.isEmpty() ? "" : others.remove().apply(call);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The other side of SRP: knows the verifier, and takes whoever shows the same key. */
    private static final class Verifier {

        private static final BigInteger SALT = new BigInteger("f0e1d2c3b4a5968778695a4b3c2d1e0f", 16);
        private static final BigInteger PRIVATE = new BigInteger("5e5e".repeat(16), 16);
        private static final String SECRET_BLOCK =
                Base64.getEncoder().encodeToString("secret block".getBytes(StandardCharsets.US_ASCII));

        private final String name;
        private final Srp.Identity identity;
        private final BigInteger verifier;
        private final BigInteger publicValue;
        private BigInteger clients = BigInteger.ZERO;

        Verifier(String name, Srp.Identity identity, String password) {
            this.name = name;
            this.identity = identity;
            this.verifier = Srp.verifier(Srp.passwordValue(identity, password.toCharArray(), SALT));
            this.publicValue =
                    Srp.K.multiply(verifier).add(Srp.G.modPow(PRIVATE, Srp.N)).mod(Srp.N);
        }

        PoolAnswer ask(Call call) {
            clients = new BigInteger(call.parameters().get("SRP_A"), 16);
            Map<String, String> parameters = Map.of(
                    "SALT", SALT.toString(16),
                    "SRP_B", publicValue.toString(16),
                    "SECRET_BLOCK", SECRET_BLOCK);
            Map<String, String> all = new HashMap<>(parameters);
            if (name.equals("PASSWORD_VERIFIER")) {
                all.put("USERNAME", identity.member());
                all.put("USER_ID_FOR_SRP", identity.member());
            }
            return new PoolAnswer(Optional.empty(), name, all, "srp", List.of());
        }

        PoolAnswer take(Call call) {
            BigInteger secret =
                    clients.multiply(verifier.modPow(scrambler(), Srp.N)).modPow(PRIVATE, Srp.N);
            String expected = Base64.getEncoder()
                    .encodeToString(Srp.signature(
                            key(secret),
                            identity,
                            Base64.getDecoder().decode(SECRET_BLOCK),
                            call.parameters().get("TIMESTAMP")));
            if (!call.name().equals(name)
                    || !expected.equals(call.parameters().get("PASSWORD_CLAIM_SIGNATURE"))
                    || !SECRET_BLOCK.equals(call.parameters().get("PASSWORD_CLAIM_SECRET_BLOCK"))) {
                throw error(call.operation(), "NotAuthorizedException", "Incorrect username or password.");
            }
            return PoolAnswer.of(TOKENS);
        }

        private BigInteger scrambler() {
            return new BigInteger(1, sha256(clients.toByteArray(), publicValue.toByteArray()));
        }

        private byte[] key(BigInteger secret) {
            byte[] prk = hmac(scrambler().toByteArray(), secret.toByteArray());
            return Arrays.copyOf(hmac(prk, "Caldera Derived Key\u0001".getBytes(StandardCharsets.US_ASCII)), 16);
        }

        private static byte[] sha256(byte[] one, byte[] other) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(one);
                return digest.digest(other);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private static byte[] hmac(byte[] key, byte[] data) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(data);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
