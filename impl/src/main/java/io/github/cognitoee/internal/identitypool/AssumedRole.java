package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.RoleChoice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A role as STS names it to who has assumed it: without its path. Names are unique in an account, whatever the path.
 *
 * @param partition {@code aws}, {@code aws-cn} and so on
 */
record AssumedRole(String partition, String account, String name) {

    private static final Pattern ASSUMED = Pattern.compile("arn:([a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/.+");

    /** @return empty where the ARN is no assumed role's */
    static Optional<AssumedRole> parse(String arn) {
        Matcher assumed = ASSUMED.matcher(arn);
        return assumed.matches()
                ? Optional.of(new AssumedRole(assumed.group(1), assumed.group(2), assumed.group(3)))
                : Optional.empty();
    }

    /**
     * The role and what chose it, as far as the caller's token and their request tell.
     *
     * @param configured the role of the application's own choice for who asks for none, in the classic flow
     */
    IssuedRole explainedBy(Applicant caller, Optional<String> requested, Optional<String> configured) {
        Optional<String> preferred = caller.preferredAwsRole();
        List<String> held = caller.awsRoles();
        String arn = Stream.of(requested.stream(), configured.stream(), preferred.stream(), held.stream())
                .flatMap(arns -> arns)
                .filter(this::is)
                .findFirst()
                .orElseGet(() -> "arn:" + partition + ":iam::" + account + ":role/" + name);
        return new IssuedRole(
                arn,
                requested.isEmpty() && configured.filter(this::is).isPresent()
                        ? RoleChoice.CONFIGURED
                        : choice(requested, preferred, held));
    }

    private RoleChoice choice(Optional<String> requested, Optional<String> preferred, List<String> held) {
        if (requested.isPresent()) {
            return is(requested.get()) ? RoleChoice.REQUESTED : RoleChoice.BY_POOL;
        }
        if (preferred.isPresent()) {
            return is(preferred.get()) ? RoleChoice.PREFERRED_BY_TOKEN : RoleChoice.BY_POOL;
        }
        if (held.size() > 1) {
            return RoleChoice.AMBIGUOUS_IN_TOKEN;
        }
        return held.stream().anyMatch(this::is) ? RoleChoice.ONLY_ONE_OF_TOKEN : RoleChoice.BY_POOL;
    }

    /** Whether this ARN, with whatever path, is that of the role. */
    private boolean is(String arn) {
        return arn.startsWith("arn:" + partition + ":iam::" + account + ":role/") && arn.endsWith("/" + name);
    }
}
