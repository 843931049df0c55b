package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Group;
import io.github.cognitoee.emulator.internal.pool.TokenChanges;
import io.github.cognitoee.emulator.internal.pool.TokenChanges.Claims;
import io.github.cognitoee.emulator.internal.pool.TokenChanges.Groups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code PreTokenGeneration}: what tokens shall say. Functions of version 1 know the ID token, those of version 2 the access
 * token too, those of version 3 also the tokens of machines.
 */
public record PreTokenGeneration(Moment moment) {

    private static final String TRIGGER = "PreTokenGeneration";

    /** Why there are tokens. */
    public enum Source {
        PAGES("TokenGeneration_HostedAuth"),
        SIGN_IN("TokenGeneration_Authentication"),
        NEW_PASSWORD("TokenGeneration_NewPasswordChallenge"),
        DEVICE("TokenGeneration_AuthenticateDevice"),
        REFRESH("TokenGeneration_RefreshTokens");

        private final String text;

        Source(String text) {
            this.text = text;
        }
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the function throws, or answers what makes no sense */
    public TokenChanges ofUser(Source source, Account account, Grant grant) {
        boolean firstVersion = isOfVersion("1");
        ObjectNode request = moment.requestAbout(account);
        request.set("groupConfiguration", groups(moment.pool().groupsOf(account)));
        if (!firstVersion) {
            request.set("scopes", texts(grant.scopes()));
        }
        ObjectNode response =
                Moment.empty().putNull(firstVersion ? "claimsOverrideDetails" : "claimsAndScopeOverrideDetails");
        return moment.call(source.text, account.username(), moment.withMetadata(request), response)
                .map(answer -> firstVersion ? ofFirstVersion(answer) : ofLaterVersions(answer))
                .orElse(TokenChanges.NONE);
    }

    /** What the access token of a client itself shall say. */
    public Claims ofMachine(List<String> scopes) {
        if (!isOfVersion("3")) {
            return Claims.KEPT;
        }
        ObjectNode request = moment.requestAbout(Map.of());
        request.set("scopes", texts(scopes));
        return moment.call(
                        "TokenGeneration_ClientCredentials",
                        "ClientCredentials",
                        moment.withMetadata(request),
                        Moment.empty().putNull("claimsAndScopeOverrideDetails"))
                .map(answer -> ofLaterVersions(answer).accessToken())
                .orElse(Claims.KEPT);
    }

    private boolean isOfVersion(String version) {
        return moment.find(TRIGGER)
                .filter(trigger -> trigger.version().equals(version))
                .isPresent();
    }

    private static ObjectNode groups(List<Group> groups) {
        ObjectNode configuration = Moment.empty();
        configuration.set(
                "groupsToOverride", texts(groups.stream().map(Group::groupName).toList()));
        configuration.set(
                "iamRolesToOverride",
                texts(groups.stream()
                        .map(Group::roleArn)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        return configuration;
    }

    private static ArrayNode texts(List<String> list) {
        ArrayNode array = Moment.empty().arrayNode();
        list.forEach(array::add);
        return array;
    }

    private static TokenChanges ofFirstVersion(Response answer) {
        return answer.object("claimsOverrideDetails")
                .map(details -> new TokenChanges(
                        new Claims(
                                new LinkedHashMap<>(details.textsByName("claimsToAddOrOverride")),
                                details.texts("claimsToSuppress"),
                                List.of(),
                                List.of()),
                        Claims.KEPT,
                        groups(details)))
                .orElse(TokenChanges.NONE);
    }

    private static TokenChanges ofLaterVersions(Response answer) {
        return answer.object("claimsAndScopeOverrideDetails")
                .map(details -> new TokenChanges(
                        claims(details.object("idTokenGeneration")),
                        claims(details.object("accessTokenGeneration")),
                        groups(details)))
                .orElse(TokenChanges.NONE);
    }

    private static Claims claims(Optional<Response> ofToken) {
        return ofToken.map(token -> new Claims(
                        token.valuesByName("claimsToAddOrOverride"),
                        token.texts("claimsToSuppress"),
                        token.texts("scopesToAdd"),
                        token.texts("scopesToSuppress")))
                .orElse(Claims.KEPT);
    }

    /** An object without groups takes them all away. */
    private static @Nullable Groups groups(Response details) {
        return details.object("groupOverrideDetails")
                .map(groups -> new Groups(
                        groups.texts("groupsToOverride"),
                        groups.texts("iamRolesToOverride"),
                        groups.text("preferredRole").orElse(null)))
                .orElse(null);
    }
}
