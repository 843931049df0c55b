package io.github.cognitoee.internal.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for names that somebody misspelt. A misspelt key restricts nobody, in silence: so one that is close to a key of
 * ours is refused. One that is not may be another's, and is only told. An environment variable is never refused: others
 * use the prefix {@code COGNITO_} too, and whoever deploys an application cannot always rename theirs.
 */
final class KeyCheck {

    private final Set<String> names;
    private final Consumer<String> warning;

    /** @param warning takes the text of each */
    KeyCheck(Set<String> names, Consumer<String> warning) {
        this.names = names;
        this.warning = warning;
    }

    /** @throws io.github.cognitoee.CognitoConfigurationException for a key that is close to one of ours */
    void run() {
        for (String name : names) {
            if (name.startsWith(Key.PREFIX)) {
                checkKey(name);
            } else {
                checkVariable(name);
            }
        }
    }

    private void checkKey(String name) {
        if (Keys.all().stream().anyMatch(key -> key.matches(name))) {
            return;
        }
        Optional<Key> nearest = NearestKey.to(name, Keys.all());
        if (nearest.isPresent()) {
            throw Problem.UNKNOWN_KEY.exception("there is no key " + name + "; did you mean "
                    + nearest.get().name() + "?");
        }
        warning.accept("there is no key " + name + ", and none like it; it has no effect");
    }

    private void checkVariable(String name) {
        if (isKnownVariable(name)) {
            return;
        }
        if (Keys.ROLES_OF_GROUP.partOfVariable(name).isPresent()) {
            warning.accept("environment variable " + name + " has no effect: it cannot say which group is meant, as"
                    + " environment variables have neither lower case nor punctuation; use "
                    + Keys.ROLES.environmentName() + "='group=role,role;group=role'");
            return;
        }
        NearestKey.to(name, plainKeys())
                .ifPresent(nearest -> warning.accept("environment variable " + name + " has no effect; did you mean "
                        + nearest.environmentName() + "?"));
    }

    private boolean isKnownVariable(String name) {
        return Stream.of(Keys.TRUSTED_ID, Keys.TRUSTED_CLIENT_IDS)
                        .anyMatch(family -> family.partOfVariable(name).isPresent())
                || plainKeys().stream().anyMatch(key -> key.environmentName().equals(name))
                || groupsThatAreNamed().contains(name);
    }

    /** What may stand in the environment for the groups that another source names. */
    private Set<String> groupsThatAreNamed() {
        return names.stream()
                .filter(Keys.ROLES_OF_GROUP::matches)
                .map(ConfigSource::variable)
                .collect(Collectors.toSet());
    }

    private static List<Key> plainKeys() {
        return Keys.all().stream().filter(key -> !key.isFamily()).toList();
    }
}
