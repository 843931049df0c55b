package io.github.cognitoee.examples.photoalbum;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts pictures, altogether and for each owner. Not thread-safe. */
final class Tally {

    static final int LISTED_USERS = 20;

    private static final Comparator<AlbumStats.User> MOST_BYTES_FIRST =
            Comparator.comparingLong(AlbumStats.User::bytes).reversed().thenComparing(AlbumStats.User::owner);

    private final Map<String, AlbumStats.User> users = new HashMap<>();
    private long photos;
    private long bytes;

    void count(AlbumStats.Upload upload) {
        photos++;
        bytes += upload.bytes();
        users.merge(
                upload.owner(),
                new AlbumStats.User(upload.owner(), upload.name(), 1, upload.bytes()),
                (before, one) -> new AlbumStats.User(
                        one.owner(), one.name(), before.photos() + 1, before.bytes() + one.bytes()));
    }

    AlbumStats stats(List<AlbumStats.Upload> latest, boolean complete) {
        List<AlbumStats.User> most = users.values().stream()
                .sorted(MOST_BYTES_FIRST)
                .limit(LISTED_USERS)
                .toList();
        return new AlbumStats(photos, bytes, users.size(), most, latest, complete);
    }
}
