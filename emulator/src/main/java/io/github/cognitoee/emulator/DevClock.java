package io.github.cognitoee.emulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Moves the emulator's clock, if it is one that can be moved. */
record DevClock(Clock clock) {

    List<DevEndpoint> all() {
        return List.of(
                DevEndpoint.get("/dev/clock", "the emulator's time", request -> described()),
                DevEndpoint.post(
                        "/dev/clock/advance",
                        "moves on by a duration such as PT2H, or back by one such as -PT2H",
                        request -> {
                            moved(movable -> movable.advance(request.duration("by")));
                            return described();
                        },
                        "by"),
                DevEndpoint.post(
                        "/dev/clock/set",
                        "moves to a time such as 2030-01-01T00:00:00Z",
                        request -> {
                            moved(movable -> movable.set(request.time("to")));
                            return described();
                        },
                        "to"));
    }

    private void moved(Consumer<MovableClock> move) {
        if (!(clock instanceof MovableClock movable)) {
            throw DevRefusal.conflict("the emulator goes by a clock that cannot be moved");
        }
        try {
            move.accept(movable);
        } catch (DateTimeException | ArithmeticException e) {
            throw DevRefusal.badRequest("the clock cannot show that time");
        }
    }

    private Map<String, Object> described() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("now", clock.instant().toString());
        body.put("movable", clock instanceof MovableClock);
        body.put("running", !(clock instanceof MovableClock movable) || movable.isRunning());
        return body;
    }
}
