package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.UserPools.LivePool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets the key endpoints fail, and work again. */
record DevFaults(Faults faults, UserPools pools) {

    private static final String NAMES = "slow (with delay), status (with status), truncated, huge (with bytes),"
            + " trickling (with interval), wrong-content, not-a-key-set, no-keys, connection-closed";

    List<DevEndpoint> all() {
        return List.of(
                DevEndpoint.get("/dev/faults", "what the emulator does wrong on purpose", request -> described()),
                DevEndpoint.post(
                        "/dev/faults/keys",
                        "lets the key endpoint of a pool fail, without pool_id that of every pool; fault is one of "
                                + NAMES,
                        this::set,
                        "fault",
                        "pool_id",
                        "delay",
                        "status",
                        "bytes",
                        "interval"),
                DevEndpoint.post(
                        "/dev/faults/calls",
                        "lets calls of an operation fail with an error such as TooManyRequestsException, times calls or"
                                + " until cleared",
                        this::setOfCalls,
                        "operation",
                        "error",
                        "message",
                        "times"),
                DevEndpoint.post(
                        "/dev/faults/quotas",
                        "gives an operation a quota, so many calls in a second of the clock; without operation those of"
                                + " identity pools have Cognito's",
                        this::setQuota,
                        "operation",
                        "per_second"),
                DevEndpoint.post(
                        "/dev/faults/clear",
                        "lets everything work again, with pool_id what was set for that pool alone",
                        this::clear,
                        "pool_id"));
    }

    private Map<String, Object> set(DevRequest request) {
        KeyFault fault = fault(request);
        poolId(request).ifPresentOrElse(id -> faults.keys(id, fault), () -> faults.keys(fault));
        return described();
    }

    private Map<String, Object> setOfCalls(DevRequest request) {
        try {
            CallFault fault = CallFault.of(
                    request.required("error"), request.optional("message").orElse("The emulator was told to fail."));
            faults.calls(
                    request.required("operation"),
                    request.optional("times").isEmpty()
                            ? fault
                            : fault.times(atLeastOne(Math.toIntExact(request.number("times")))));
            return described();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DevRefusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> setQuota(DevRequest request) {
        try {
            if (request.optional("operation").isEmpty()) {
                faults.defaultQuotas();
            } else {
                faults.quota(request.required("operation"), Math.toIntExact(request.number("per_second")));
            }
            return described();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DevRefusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static int atLeastOne(int times) {
        if (times < 1) {
            throw new IllegalArgumentException(
                    "found " + times + " times, expected one or more, or none for until cleared");
        }
        return times;
    }

    private Map<String, Object> clear(DevRequest request) {
        poolId(request).ifPresentOrElse(faults::clear, faults::clear);
        return described();
    }

    private static KeyFault fault(DevRequest request) {
        String name = request.required("fault");
        try {
            return switch (name) {
                case "slow" -> KeyFault.slow(request.duration("delay"));
                case "status" -> KeyFault.status(Math.toIntExact(request.number("status")));
                case "truncated" -> KeyFault.truncated();
                case "huge" -> KeyFault.huge(request.number("bytes"));
                case "trickling" -> KeyFault.trickling(request.duration("interval"));
                case "wrong-content" -> KeyFault.wrongContent();
                case "not-a-key-set" -> KeyFault.notAKeySet();
                case "no-keys" -> KeyFault.noKeys();
                case "connection-closed" -> KeyFault.connectionClosed();
                default -> throw DevRequest.wrong("fault", name, "one of " + NAMES);
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DevRefusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> poolId(DevRequest request) {
        Optional<String> id = request.optional("pool_id");
        id.filter(name -> pools.find(name).isEmpty()).ifPresent(name -> {
            throw DevRefusal.notFound("the emulator has no such user pool: " + name);
        });
        return id;
    }

    /** The fault that each pool shows, and each operation. */
    private Map<String, Object> described() {
        Map<String, String> keys = pools.all().stream()
                .map(LivePool::id)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> faults.ofKeys(id).map(KeyFault::toString).orElse("none"),
                        (one, other) -> one,
                        LinkedHashMap::new));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("keys", keys);
        body.put("calls", faults.ofCalls());
        body.put("quotas", faults.ofQuotas());
        return body;
    }
}
