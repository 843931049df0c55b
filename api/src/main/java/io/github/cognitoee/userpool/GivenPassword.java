package io.github.cognitoee.userpool;

import java.util.Arrays;

/** A password that serves once: its copies share it, and all know when it is zeroed. {@code toString} shows nothing of it. */
final class GivenPassword {

    private final char[] characters;
    private volatile boolean cleared;

    GivenPassword(char[] characters) {
        this.characters = characters.clone();
    }

    /**
     * The password itself, no copy.
     *
     * @param owner what it was given in
     * @throws IllegalStateException when it is zeroed: zeros would be taken for a wrong password
     */
    char[] reveal(String owner) {
        if (cleared) {
            throw new IllegalStateException("the " + owner + " was served already: make a new one");
        }
        return characters;
    }

    void clear() {
        cleared = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "GivenPassword";
    }
}
