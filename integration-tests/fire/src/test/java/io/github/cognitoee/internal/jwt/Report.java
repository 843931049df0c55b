package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of what was measured, in Markdown; each row is also a line on the console when it comes in. */
final class Report {

    private final List<String> outages = new ArrayList<>();
    private final List<String> floods = new ArrayList<>();
    private final List<String> floodsInOutages = new ArrayList<>();
    private final List<String> rotations = new ArrayList<>();

    void add(String fault, Outage outage) {
        Load.Tally load = outage.load();
        row(
                outages,
                fault,
                outage.situation(),
                outage.fetches()
                        + (outage.requests() == outage.fetches() ? "" : " (" + outage.requests() + " requests)"),
                String.format(Locale.ROOT, "%.2f", outage.fetchesPerSecond()),
                load.valid(),
                load.unavailable(),
                load.refused(),
                load.badAccepted() + " of " + load.badPresented(),
                seconds(outage.untilAccepted()),
                seconds(outage.untilFetched()),
                load.longestMillis());
    }

    void add(Flood flood) {
        row(
                floods,
                Flood.TOKENS,
                seconds(flood.length()),
                flood.unknownKey(),
                flood.fetches(),
                flood.load().valid(),
                flood.load().refused() + flood.load().unavailable(),
                flood.load().badAccepted() + " of " + flood.load().badPresented(),
                flood.heldKiB() + " KiB",
                flood.load().longestMillis());
    }

    void add(FloodInOutage flood) {
        row(
                floodsInOutages,
                FloodInOutage.CALLERS,
                flood.situation(),
                flood.madeUp(),
                flood.unavailable(),
                flood.mostParked(),
                flood.load().valid(),
                flood.load().refused() + flood.load().unavailable(),
                flood.load().badAccepted() + " of " + flood.load().badPresented(),
                flood.load().longestMillis());
    }

    void add(String change, Rotation rotation, String took) {
        row(
                rotations,
                change,
                rotation.fetches(),
                refused(rotation.newTokens()),
                refused(rotation.oldTokens()),
                took + " " + seconds(rotation.lasted()) + " s",
                Math.max(
                        rotation.newTokens().longestMillis(),
                        rotation.oldTokens().longestMillis()));
    }

    private static String refused(Load.Tally load) {
        return load.refused() + " of " + load.valid();
    }

    private static void row(List<String> table, Object... cells) {
        String row = "| "
                + String.join(
                        " | ", List.of(cells).stream().map(String::valueOf).toList()) + " |";
        table.add(row);
        System.out.println(row);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| fault | keys | fetches | per s | valid tokens | unavailable | refused | bad accepted"
                + " | accepted after s | fetched after s | longest call ms |");
        lines.add("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        lines.addAll(outages);
        lines.add("");
        lines.add("| made-up kids | in s | unknown key | fetches | valid tokens | not accepted | bad accepted"
                + " | memory held | longest call ms |");
        lines.add("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        lines.addAll(floods);
        lines.add("");
        lines.add(
                "| callers with made-up kids, endpoint slow (4 s) | keys | tokens | not now | most parked | valid tokens"
                        + " | not accepted | bad accepted | longest call ms |");
        lines.add("|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        lines.addAll(floodsInOutages);
        lines.add("");
        lines.add("| rotation | fetches | new tokens refused | old tokens refused | lasted | longest call ms |");
        lines.add("|---|--:|--:|--:|---|--:|");
        lines.addAll(rotations);
        Files.write(file, lines);
    }
}
