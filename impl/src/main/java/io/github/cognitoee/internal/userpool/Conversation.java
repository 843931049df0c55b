package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in, as far as it goes without the person: from what they gave to tokens, or to the next challenge that is theirs. Of
 * one thread; keeps no password of its own.
 */
final class Conversation {

    /** More than any sign-in has of the library's own: password and device have two each. */
    private static final int MOST_OWN_STEPS = 8;

    private static final Map<String, OwnStep> OWN_STEPS = Map.of(
            PasswordVerifier.NAME, new PasswordVerifier(),
            DeviceSrpAuth.NAME, new DeviceSrpAuth(),
            DevicePasswordVerifier.NAME, new DevicePasswordVerifier());

    private final Pool pool;
    private final AuthApi api;
    private final Clock clock;
    private Attempt attempt;
    private String session;
    private @Nullable Srp srp;
    private char @Nullable [] shown;

    /** @param session of the step before; empty text at the beginning */
    Conversation(Pool pool, Attempt attempt, String session, Clock clock) {
        this.pool = pool;
        this.api = attempt.signed() ? pool.signedApi() : pool.api();
        this.attempt = attempt;
        this.session = session;
        this.clock = clock;
    }

    /** The first step. */
    PoolAnswer initiate(String flow, Map<String, String> parameters) {
        return withoutForgottenDevice(() -> api.initiate(flow, complete(parameters), attempt.circumstances()));
    }

    /** Answers the challenge that is due. */
    PoolAnswer respond(String challenge, Map<String, String> responses) {
        return withoutForgottenDevice(() -> respondByDevice(challenge, responses));
    }

    /** Answers a challenge to the device itself, which none but this device answers. */
    PoolAnswer respondByDevice(String challenge, Map<String, String> responses) {
        return api.respond(challenge, session, complete(responses), attempt.circumstances());
    }

    /** A device that the pool has forgotten counts as none: the same call is made without it, in the same session. */
    private PoolAnswer withoutForgottenDevice(Supplier<PoolAnswer> call) {
        try {
            return call.get();
        } catch (Refusal e) {
            if (attempt.device().isPresent() && e.isOfForgottenDevice()) {
                attempt = attempt.withoutDevice();
                return call.get();
            }
            throw e;
        }
    }

    private Map<String, String> complete(Map<String, String> parameters) {
        Map<String, String> complete = new HashMap<>(parameters);
        complete.put("USERNAME", attempt.username());
        pool.app().secretHash(attempt.username()).ifPresent(hash -> complete.put("SECRET_HASH", hash));
        attempt.device().ifPresent(device -> complete.put("DEVICE_KEY", device.key()));
        return complete;
    }

    /** Answers the challenge that is due, and goes on. */
    Outcome goOn(String challenge, Map<String, String> responses) {
        return goOn(respond(challenge, responses));
    }

    /** Goes on after an answer of the pool's, as far as it goes: the one place where that is decided. */
    Outcome goOn(PoolAnswer first) {
        PoolAnswer answer = first;
        for (int i = 0; i < MOST_OWN_STEPS; i++) {
            if (answer.issued().isPresent()) {
                return new Outcome.Issued(answer.issued().get());
            }
            heed(answer);
            OwnStep own = OWN_STEPS.get(answer.challenge());
            if (own == null) {
                return ask(Challenges.due(answer, this));
            }
            answer = own.answer(answer, this);
        }
        throw new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool goes in circles at " + answer.challenge());
    }

    /** Has the person asked this. */
    Outcome ask(Due due) {
        return new Outcome.Asked(new Pending(attempt, session, due));
    }

    /** The next step is known by the session of this one, and the user by the name that the pool tells. */
    private void heed(PoolAnswer answer) {
        session = answer.session();
        answer.find("USER_ID_FOR_SRP").or(() -> answer.find("USERNAME")).ifPresent(id -> attempt = attempt.as(id));
    }

    /**
     * Begins to show a password by SRP.
     *
     * @return {@code SRP_A}
     */
    String beginSrp(char[] password) {
        srp = Srp.begin();
        shown = password;
        return srp.publicValue();
    }

    /** Responses that show the password with which {@link #beginSrp} began. */
    Map<String, String> claim(Srp.Identity identity, PoolAnswer due) {
        if (srp == null || shown == null) {
            throw new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool asks for SRP, which was not begun");
        }
        return new PasswordClaim(srp, identity).responses(due, shown, clock.instant());
    }

    /** @throws Refusal where no device was given: then none can answer for itself */
    RememberedDevice device() {
        return attempt.device()
                .orElseThrow(() -> new Refusal(
                        RefusalReason.REFUSED_BY_POOL, "the user pool asks for a device that is not known"));
    }

    /** Begins to set an authenticator app up; returns its secret. */
    String associateSoftwareToken() {
        SignInApi.SetUp setUp = pool.api().associateSoftwareToken(session);
        session = setUp.session();
        return setUp.secret();
    }

    void verifySoftwareToken(String code) {
        session = pool.api().verifySoftwareToken(session, code);
    }

    String poolName() {
        return pool.name();
    }

    String account() {
        return attempt.account();
    }

    String authenticatorIssuer() {
        return pool.authenticatorIssuer();
    }
}
