package io.github.cognitoee.internal.config;

import io.github.cognitoee.DeveloperIdentities;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what concerns developer-authenticated identities. */
final class DeveloperReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_TAGS = 50;
    private static final Pattern PROVIDER = Pattern.compile("[\\w._-]{1,128}");

    private final ConfigReader reader;
    private final AnnotatedReader annotations;

    DeveloperReader(ConfigReader reader, AnnotatedReader annotations) {
        this.reader = reader;
        this.annotations = annotations;
    }

    /** Empty without a provider, where none of the rest may be set: it would silently not hold. */
    Optional<DeveloperConfig> read(DeveloperIdentities said) {
        String provider = annotations.string(Keys.DEVELOPER_PROVIDER, said.provider());
        Duration tokenDuration = tokenDuration(said.tokenDuration());
        Map<String, String> claimsByTag = claimsByTag(annotations.strings(
                Keys.DEVELOPER_PRINCIPAL_TAGS, said.principalTags(), said.principalTagsExpression()));
        DeveloperRates rates = rates();
        if (provider.isEmpty()) {
            requireNothingElse();
            return Optional.empty();
        }
        if (!PROVIDER.matcher(provider).matches()) {
            throw reader.invalid(
                    Keys.DEVELOPER_PROVIDER,
                    "is '" + provider
                            + "', expected the DeveloperProviderName of the identity pool: at most 128 letters,"
                            + " digits, and . _ -");
        }
        return Optional.of(new DeveloperConfig(provider, tokenDuration, claimsByTag, rates));
    }

    private DeveloperRates rates() {
        return new DeveloperRates(
                reader.perSecond(Keys.DEVELOPER_TOKENS).orElse(DeveloperRates.DEFAULT.tokensPerSecond()),
                reader.perSecond(Keys.DEVELOPER_CALLS).orElse(DeveloperRates.DEFAULT.callsPerSecond()));
    }

    private void requireNothingElse() {
        Stream.of(
                        Keys.DEVELOPER_TOKEN_DURATION,
                        Keys.DEVELOPER_PRINCIPAL_TAGS,
                        Keys.DEVELOPER_TOKENS,
                        Keys.DEVELOPER_CALLS)
                .filter(key -> reader.origins().containsKey(key.name()))
                .findFirst()
                .ifPresent(key -> {
                    throw reader.invalid(
                            key,
                            "is for developer-authenticated identities; remove it, or set "
                                    + Keys.DEVELOPER_PROVIDER.name());
                });
    }

    private Duration tokenDuration(String member) {
        String text = annotations.string(Keys.DEVELOPER_TOKEN_DURATION, member);
        return parsed(text)
                .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> reader.invalid(
                        Keys.DEVELOPER_TOKEN_DURATION, "is '" + text + "', expected a duration from PT1S to PT24H"));
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> claimsByTag(Set<String> entries) {
        Map<String, String> claims = new TreeMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String tag = equals < 0 ? entry : entry.substring(0, equals).strip();
            String claim = entry.substring(equals + 1).strip();
            if (tag.isEmpty() || claim.isEmpty()) {
                throw reader.invalid(
                        Keys.DEVELOPER_PRINCIPAL_TAGS,
                        "holds '" + entry + "', expected the name of a claim, or tag=claim");
            }
            if (claims.put(tag, claim) != null) {
                throw reader.invalid(Keys.DEVELOPER_PRINCIPAL_TAGS, "names the tag '" + tag + "' twice");
            }
        }
        if (claims.size() > MOST_TAGS) {
            throw reader.invalid(
                    Keys.DEVELOPER_PRINCIPAL_TAGS, "names " + claims.size() + " tags, expected at most " + MOST_TAGS);
        }
        return claims;
    }
}
