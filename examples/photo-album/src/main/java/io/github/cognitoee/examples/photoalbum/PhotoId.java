package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a picture: a UUID of version 7 (RFC 9562), so that ids in their order are pictures in the order of their time. */
record PhotoId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** A new id of this moment, to the millisecond. */
    static PhotoId at(Instant moment) {
        UUID random = UUID.randomUUID();
        long timed = moment.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0x0FFF;
        return new PhotoId(new UUID(timed, random.getLeastSignificantBits()).toString());
    }

    /** Behind all ids of this moment and before, and before those of the next millisecond. */
    static String endOf(Instant moment) {
        String millis = "%012x".formatted(moment.toEpochMilli());
        return millis.substring(0, 8) + "-" + millis.substring(8) + "-ffff-ffff-ffffffffffff";
    }

    /** When it was made. */
    Instant moment() {
        return Instant.ofEpochMilli(Long.parseLong(value.substring(0, 8) + value.substring(9, 13), 16));
    }

    /** Whether an id is of this moment. */
    static boolean isOf(Instant moment, String id) {
        return id.startsWith(endOf(moment).substring(0, 13));
    }

    /** What somebody sent, if it can be an id at all. */
    static Optional<PhotoId> parse(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(new PhotoId(sent)) : Optional.empty();
    }

    /**
     * What somebody sent to have the next page.
     *
     * @throws IllegalArgumentException if no page can end with it
     */
    static PhotoId endOfPage(String sent) {
        return parse(sent)
                .orElseThrow(() -> new IllegalArgumentException("Send as \"after\" what a page said as \"next\"."));
    }
}
