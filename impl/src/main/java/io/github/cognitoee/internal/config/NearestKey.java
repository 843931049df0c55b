package io.github.cognitoee.internal.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the key that somebody meant who wrote another: close in its letters, whatever stands between them. */
final class NearestKey {

    /** One edit in so many letters is a slip; more is another word. */
    private static final int LETTERS_PER_EDIT = 4;

    private NearestKey() {}

    /**
     * @param name of a key or of an environment variable
     * @return empty where none is so close that it must have been meant
     */
    static Optional<Key> to(String name, List<Key> keys) {
        return keys.stream()
                .flatMap(key -> pairs(name, key))
                .filter(Pair::isClose)
                .min(Comparator.comparingInt(Pair::edits))
                .map(Pair::key);
    }

    /** What to compare for one key: its whole name, its last word alone, or a family's fixed words. */
    private static Stream<Pair> pairs(String name, Key key) {
        if (key.isFamily()) {
            return withoutPart(name, key)
                    .map(fixed -> new Pair(key, fixed, key.named("").name()))
                    .stream();
        }
        String lastWord = key.name().substring(key.name().lastIndexOf('.') + 1);
        Stream<Pair> whole = Stream.of(new Pair(key, name, key.name()));
        return lastWord.length() < LETTERS_PER_EDIT
                ? whole
                : Stream.concat(whole, Stream.of(new Pair(key, name, Key.PREFIX + lastWord)));
    }

    /** The name without the words in the place of the family's open part; empty where it has too few. */
    private static Optional<String> withoutPart(String name, Key family) {
        List<String> words = new ArrayList<>(List.of(name.split("\\.")));
        List<String> pattern = List.of(family.name().split("\\."));
        int surplus = words.size() - pattern.size();
        if (surplus < 0) {
            return Optional.empty();
        }
        int open = pattern.indexOf(pattern.stream()
                .filter(word -> word.startsWith("<"))
                .findFirst()
                .orElseThrow());
        words.subList(open, open + surplus + 1).clear();
        return Optional.of(String.join(".", words));
    }

    /** Two names in nothing but their letters. */
    private record Pair(Key key, String written, String known, int edits) {

        Pair(Key key, String written, String known) {
            this(key, letters(written), letters(known), editsBetween(letters(written), letters(known)));
        }

        boolean isClose() {
            int ofOurs = known.length() - letters(Key.PREFIX).length();
            return edits <= Math.max(1, ofOurs / LETTERS_PER_EDIT);
        }

        private static String letters(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        }
    }

    /** Levenshtein's distance. */
    private static int editsBetween(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
