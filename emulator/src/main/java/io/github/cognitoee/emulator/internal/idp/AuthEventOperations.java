package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Risks.Event;
import io.github.cognitoee.emulator.internal.pool.Risks.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the sign-ins of a user. */
final class AuthEventOperations {

    private final Directory directory;

    AuthEventOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(AdminListUserAuthEvents.class, this::list).refusing(ErrorType.USER_NOT_FOUND));
    }

    record AdminListUserAuthEvents(
            @PoolId String userPoolId,
            @Username String username,
            @Nullable @Range(min = 0, max = 60) Integer maxResults,
            @Nullable @NextToken String nextToken) {}

    /** The latest first. */
    private Object list(AdminListUserAuthEvents request) {
        Pool pool = directory.pool(request.userPoolId());
        List<Event> events =
                pool.risks().events(pool.accounts().required(request.username()).username());
        Collections.reverse(events);
        return Page.of(events, request.maxResults(), request.nextToken()).as("AuthEvents", "NextToken", View::of);
    }

    private record View(
            String eventId,
            String eventType,
            Instant creationDate,
            String eventResponse,
            EventRisk eventRisk,
            EventContextData eventContextData) {

        static View of(Event event) {
            return new View(
                    event.id(),
                    "SignIn",
                    event.time(),
                    event.response(),
                    EventRisk.of(event.verdict()),
                    new EventContextData(event.ipAddress()));
        }
    }

    private record EventRisk(String riskDecision, @Nullable String riskLevel, boolean compromisedCredentialsDetected) {

        static EventRisk of(@Nullable Verdict verdict) {
            if (verdict == null) {
                return new EventRisk("NoRisk", null, false);
            }
            return switch (verdict) {
                case BLOCKED, ADDRESS_BLOCKED -> new EventRisk("Block", "High", false);
                case CREDENTIALS_COMPROMISED -> new EventRisk("Block", null, true);
                case SECOND_FACTOR_REQUIRED -> new EventRisk("AccountTakeover", "Medium", false);
            };
        }
    }

    private record EventContextData(@Nullable String ipAddress) {}
}
