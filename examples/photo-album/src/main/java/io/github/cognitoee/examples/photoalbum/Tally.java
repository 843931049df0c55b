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

    void count(String owner, String name, long size) {
        photos++;
        bytes += size;
        users.merge(
                owner,
                new AlbumStats.User(owner, name, 1, size),
                (before, one) -> new AlbumStats.User(owner, name, before.photos() + 1, before.bytes() + size));
    }

    long photos() {
        return photos;
    }

    AlbumStats stats(List<AlbumStats.Upload> latest, boolean complete) {
        List<AlbumStats.User> most = users.values().stream()
                .sorted(MOST_BYTES_FIRST)
                .limit(LISTED_USERS)
                .toList();
        return new AlbumStats(photos, bytes, users.size(), most, latest, complete);
    }
}
