package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;
import java.util.List;

/**
 * How much the albums hold.
 *
 * @param users how many people have pictures
 * @param perUser those with the most bytes first, {@value Tally#LISTED_USERS} at most
 * @param latest the newest first, {@value Statistics#LATEST} at most, of this month and the last
 * @param complete false if counting stopped at {@value Statistics#MAX_COUNTED} pictures
 */
public record AlbumStats(
        long photos, long bytes, long users, List<User> perUser, List<Upload> latest, boolean complete) {

    /**
     * What one user holds.
     *
     * @param owner the identity id
     * @param name the user name, as it was at one of the uploads
     */
    public record User(String owner, String name, long photos, long bytes) {}

    /**
     * A picture that somebody added.
     *
     * @param owner the identity id
     * @param name the user name
     */
    public record Upload(String owner, String name, String title, long bytes, Instant uploadedAt) {}
}
