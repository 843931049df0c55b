package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.RoleChoice;
import java.util.Optional;

/**
 * Tells in which role issued credentials act. The answer of the identity pool does not say it; STS is asked, once for each
 * credentials. Thread-safe.
 */
final class AssumedRoles {

    private final Sts sts;
    private final Optional<String> configured;
    private final SingleFlight<IssuedCredentials, String> flights = new SingleFlight<>();

    /** As long as the credentials are in use. */
    private final Cache<IssuedCredentials, String> arns =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /** @param configured see {@link AssumedRole#explainedBy} */
    AssumedRoles(Sts sts, Optional<String> configured) {
        this.sts = sts;
        this.configured = configured;
    }

    IssuedRole of(IssuedCredentials issued, Applicant caller, Optional<String> requestedRole) {
        String arn = arnOf(issued);
        return AssumedRole.parse(arn)
                .map(role -> role.explainedBy(caller, requestedRole, configured))
                .orElseGet(() -> new IssuedRole(arn, RoleChoice.BY_POOL));
    }

    private String arnOf(IssuedCredentials issued) {
        String known = arns.getIfPresent(issued);
        return known != null ? known : flights.ask(issued, () -> asked(issued));
    }

    private String asked(IssuedCredentials issued) {
        String landed = arns.getIfPresent(issued); // by a flight that ended just before this one began
        if (landed != null) {
            return landed;
        }
        String arn = sts.callerArn(issued.credentials());
        arns.put(issued, arn);
        return arn;
    }
}
