package io.github.cognitoee.internal.config;

import io.github.cognitoee.ClassicFlow;
import io.github.cognitoee.IdentityPoolFlow;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what concerns the classic flow of an identity pool. */
final class ClassicReader {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int LONGEST_POLICY = 2048;
    private static final Pattern ROLE = Pattern.compile("arn:aws(-[a-z]+)*:iam::\\d{12}:role/[\\w+=,.@/-]+");

    private final ConfigReader reader;
    private final AnnotatedReader annotations;

    ClassicReader(ConfigReader reader, AnnotatedReader annotations) {
        this.reader = reader;
        this.annotations = annotations;
    }

    /** Empty in the enhanced flow, where none of this may be set: it would silently not hold. */
    Optional<ClassicConfig> read(IdentityPoolFlow flow, ClassicFlow said) {
        Optional<String> role = role(Keys.CLASSIC_ROLE, said.role());
        Optional<String> guestRole = role(Keys.CLASSIC_GUEST_ROLE, said.guestRole());
        Duration duration = duration(said.duration());
        Optional<String> policy = policy(said.policy());
        if (flow == IdentityPoolFlow.CLASSIC) {
            return Optional.of(new ClassicConfig(role, guestRole, duration, policy));
        }
        Stream.of(Keys.CLASSIC_ROLE, Keys.CLASSIC_GUEST_ROLE, Keys.CLASSIC_DURATION, Keys.CLASSIC_POLICY)
                .filter(key -> reader.origins().containsKey(key.name()))
                .findFirst()
                .ifPresent(key -> {
                    throw reader.invalid(
                            key, "is for the classic flow; remove it, or set " + Keys.FLOW.name() + "=CLASSIC");
                });
        return Optional.empty();
    }

    private Optional<String> role(Key key, String member) {
        String arn = annotations.string(key, member);
        if (!arn.isEmpty() && !ROLE.matcher(arn).matches()) {
            throw reader.invalid(
                    key, "is '" + arn + "', expected the ARN of a role such as arn:aws:iam::123456789012:role/Reports");
        }
        return Optional.of(arn).filter(given -> !given.isEmpty());
    }

    private Duration duration(String member) {
        String text = annotations.string(Keys.CLASSIC_DURATION, member);
        return parsed(text)
                .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> reader.invalid(
                        Keys.CLASSIC_DURATION, "is '" + text + "', expected a duration from PT15M to PT12H"));
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** IAM's variables in it look like expressions. */
    private Optional<String> policy(String member) {
        String policy = annotations.verbatim(Keys.CLASSIC_POLICY, member);
        if (!policy.isEmpty() && (!policy.startsWith("{") || policy.length() > LONGEST_POLICY)) {
            throw reader.invalid(
                    Keys.CLASSIC_POLICY,
                    "is no session policy; expected a JSON object of at most " + LONGEST_POLICY
                            + " characters, in which" + " no expression is evaluated: ${...} is a variable of IAM");
        }
        return Optional.of(policy).filter(given -> !given.isEmpty());
    }
}
