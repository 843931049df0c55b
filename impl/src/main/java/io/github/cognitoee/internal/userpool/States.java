package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sign-ins that wait, as text that people's browsers keep: encrypted, good for minutes, and for this app client alone.
 * Stateless, thread-safe. That none is answered twice is the user pool's to see: it takes each session once.
 */
final class States {

    /** The longest that a user pool gives people for one step. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    static final int MOST_LENGTH = 4_096;

    private static final int VERSION = 1;

    /** What a text that is too long can do without, least missed first. */
    private static final List<UnaryOperator<Pending>> SHORTENINGS = List.of(
            UnaryOperator.identity(),
            States::withoutDeviceData,
            States::withoutClientMetadata,
            pending -> new Pending(
                    pending.attempt(), pending.session(), pending.due().shortened()));

    private final TextCipher cipher;
    private final String purpose;
    private final Clock clock;

    States(TextCipher cipher, String poolId, String clientId, Clock clock) {
        this.cipher = cipher;
        this.purpose = "sign-in to " + poolId + " by " + clientId;
        this.clock = clock;
    }

    /** @throws Refusal where there is no text so short */
    String seal(Pending pending) {
        Pending shorter = pending;
        for (UnaryOperator<Pending> shortening : SHORTENINGS) {
            shorter = shortening.apply(shorter);
            Optional<String> state = textOf(shorter).filter(text -> text.length() <= MOST_LENGTH);
            if (state.isPresent()) {
                return state.get();
            }
        }
        throw new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool's session is too long to be kept");
    }

    /** Empty where it is more than can be packed. */
    private Optional<String> textOf(Pending pending) {
        try {
            return Optional.of(cipher.encrypt(pack(pending), purpose));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws Refusal where it is none of ours, or too old */
    Pending open(String state) {
        if (state.length() > MOST_LENGTH) {
            throw over("the state is too long");
        }
        byte[] packed = cipher.decrypt(state, purpose)
                .orElseThrow(() -> over("the state was changed, or is of another application"));
        try {
            return read(new PackedReader(packed));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw over("the state is of another version");
        }
    }

    private byte[] pack(Pending pending) {
        Attempt attempt = pending.attempt();
        PackedWriter out = new PackedWriter();
        out.number(VERSION);
        out.time(clock.instant().plus(LIFETIME).getEpochSecond());
        out.number(attempt.signed() ? 1 : 0);
        out.text(attempt.account());
        out.base64(attempt.username());
        out.text(attempt.circumstances().clientAddress().orElse(""));
        out.base64(attempt.circumstances().deviceData().orElse(""));
        out.map(attempt.circumstances().clientMetadata());
        out.number(attempt.device().isPresent() ? 1 : 0);
        attempt.device()
                .ifPresent(
                        device -> out.text(device.key()).text(device.groupKey()).base64(device.password()));
        out.base64(pending.session());
        out.number(pending.due().kind().number());
        pending.due().write(out);
        return out.toBytes();
    }

    private Pending read(PackedReader in) {
        if (in.number() != VERSION) {
            throw over("the state is of another version");
        }
        if (clock.instant().getEpochSecond() >= in.time()) {
            throw over("the state is too old");
        }
        Attempt attempt = new Attempt(
                in.number() == 1,
                in.text(),
                in.text(),
                new Circumstances(present(in.text()), present(in.text()), in.map()),
                in.number() == 1
                        ? Optional.of(new RememberedDevice(in.text(), in.text(), in.text()))
                        : Optional.empty());
        return new Pending(attempt, in.text(), DueKind.read(in));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Pending withoutDeviceData(Pending pending) {
        Circumstances circumstances = pending.attempt().circumstances();
        return told(
                pending,
                new Circumstances(circumstances.clientAddress(), Optional.empty(), circumstances.clientMetadata()));
    }

    private static Pending withoutClientMetadata(Pending pending) {
        return told(
                pending,
                new Circumstances(pending.attempt().circumstances().clientAddress(), Optional.empty(), Map.of()));
    }

    private static Pending told(Pending pending, Circumstances circumstances) {
        return new Pending(pending.attempt().under(circumstances), pending.session(), pending.due());
    }

    private static Refusal over(String detail) {
        return new Refusal(RefusalReason.CHALLENGE_OVER, detail);
    }
}
