package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The devices of a pool's users. Thread-safe. */
public final class Devices {

    /** How long a key waits for its device to be registered. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final String region;
    private final Clock clock;
    private final Tickets<NewDevice> issued;
    private final Map<String, Device> byKey = new ConcurrentSkipListMap<>();

    Devices(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
        this.issued = new Tickets<>(clock);
    }

    /** A device that may be registered. */
    public record NewDevice(String username, String group) {}

    /** A key for a device that is not known yet. */
    public String issue(NewDevice device) {
        return region + "_" + issued.open(device, PATIENCE);
    }

    /**
     * Registers a device.
     *
     * @param remembered whether it stands for the user from now on
     * @throws Refusal if the key was not given to this user, or has a device already
     */
    public void register(String key, String username, @Nullable String name, Verifier verifier, boolean remembered) {
        if (byKey.containsKey(key)) {
            throw ErrorType.DEVICE_KEY_EXISTS.because("Device already exists.");
        }
        NewDevice device = issued.find(key.substring(key.indexOf('_') + 1))
                .filter(candidate -> candidate.username().equals(username))
                .orElseThrow(Devices::unknown);
        Instant now = clock.instant();
        byKey.put(key, new Device(key, device.group(), username, name, verifier, remembered, now, now, now));
    }

    public Optional<Device> find(String key, String username) {
        return Optional.ofNullable(byKey.get(key))
                .filter(device -> device.username().equals(username));
    }

    /** @throws Refusal if the user has no such device */
    public Device required(String key, String username) {
        return find(key, username).orElseThrow(Devices::unknown);
    }

    /** In the order of their keys. */
    public List<Device> of(String username) {
        return byKey.values().stream()
                .filter(device -> device.username().equals(username))
                .toList();
    }

    /** @throws Refusal if the user has no such device */
    public void remember(String key, String username, boolean value) {
        required(key, username);
        byKey.computeIfPresent(key, (same, device) -> device.remembered(value, clock.instant()));
    }

    public void authenticated(String key) {
        byKey.computeIfPresent(key, (same, device) -> device.authenticated(clock.instant()));
    }

    /** @throws Refusal if the user has no such device */
    public void forget(String key, String username) {
        required(key, username);
        byKey.remove(key);
    }

    void forgetAllOf(String username) {
        byKey.values().removeIf(device -> device.username().equals(username));
    }

    List<Device> all() {
        return List.copyOf(byKey.values());
    }

    void restore(List<Device> kept) {
        kept.forEach(device -> byKey.put(device.key(), device));
    }

    private static Refusal unknown() {
        return ErrorType.RESOURCE_NOT_FOUND.because("Device does not exist.");
    }
}
