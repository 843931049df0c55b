package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.IamDecision.Allowed;
import io.github.cognitoee.emulator.IamDecision.Denied;
import io.github.cognitoee.emulator.IamDecision.Unauthenticated;
import io.github.cognitoee.emulator.internal.iam.Context;
import io.github.cognitoee.emulator.internal.iam.Finding;
import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;
import io.github.cognitoee.emulator.internal.iam.Permissions;
import io.github.cognitoee.emulator.internal.iam.Policy;
import io.github.cognitoee.emulator.internal.iam.PolicyKind;
import io.github.cognitoee.emulator.internal.iam.Request;
import io.github.cognitoee.emulator.internal.identity.CredentialsVault;
import io.github.cognitoee.emulator.internal.identity.RolePolicies;
import io.github.cognitoee.emulator.internal.identity.RoleSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The permissions of the emulated account: policies of roles, and what they let the holders of credentials do. Stand-ins
 * of other services ask it.
 *
 * <pre>{@code
 * emulator.iam().putRolePolicy(usersRole, "OwnPictures", """
 *         {"Version": "2012-10-17", "Statement": [{
 *             "Effect": "Allow",
 *             "Action": ["s3:GetObject", "s3:PutObject"],
 *             "Resource": "arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*"}]}""");
 * IamDecision decision = emulator.iam().decide(accessKeyId, "s3:PutObject", "arn:aws:s3:::photos/" + key);
 * }</pre>
 *
 * It evaluates the policies of the role, the session policies that came with the credentials, and in the enhanced flow
 * those that Cognito gives to guests. It does not tell whether a request was signed. Safe for use by many threads.
 */
public final class Iam {

    static final String POLICY_NAMES = "1 to 128 letters, digits or characters of _+=,.@-";

    private static final Pattern POLICY_NAME = Pattern.compile("[\\w+=,.@-]{1,128}");
    private static final IamStatement ADMINISTRATOR =
            new IamStatement(PolicyKind.IDENTITY_BASED.written(), "AdministratorAccess", 0, "");

    private final EmulatorConfig config;
    private final CredentialsVault vault;
    private final RolePolicies policies;
    private final Clock clock;

    Iam(EmulatorConfig config, CredentialsVault vault, Clock clock) {
        this.config = config;
        this.vault = vault;
        this.policies = new RolePolicies(config.roles().stream().collect(Collectors.toMap(Role::arn, Role::policies)));
        this.clock = clock;
    }

    static boolean isPolicyName(String name) {
        return POLICY_NAME.matcher(name).matches();
    }

    /**
     * Attaches a policy to a role, in place of the one that has this name there. It is gone after
     * {@link CognitoEmulator#reset()}.
     *
     * @param document JSON
     * @throws MalformedPolicyDocumentException if IAM would not take the policy, or the emulator does not know what is in it
     * @throws IllegalArgumentException if there is no such role
     */
    public void putRolePolicy(String roleArn, String policyName, String document) {
        checkRole(roleArn);
        if (!isPolicyName(policyName)) {
            throw new IllegalArgumentException("found policy name \"" + policyName + "\", expected " + POLICY_NAMES);
        }
        try {
            policies.put(roleArn, Policy.parse(PolicyKind.IDENTITY_BASED, policyName, document));
        } catch (InvalidPolicyException e) {
            throw new MalformedPolicyDocumentException(e);
        }
    }

    /**
     * Takes a policy of a role away, one of the configuration too.
     *
     * @throws IllegalArgumentException if the role has none with this name
     */
    public void deleteRolePolicy(String roleArn, String policyName) {
        if (!policies.remove(roleArn, policyName)) {
            throw new IllegalArgumentException("the role " + roleArn + " has no policy " + policyName);
        }
    }

    /** Whether the holder of this access key may do this to a resource, when nothing else is to be said of the request. */
    public IamDecision decide(String accessKeyId, String action, String resource) {
        return decide(IamRequest.of(accessKeyId, action, resource));
    }

    /** Whether the holder of an access key may do something. */
    public IamDecision decide(IamRequest request) {
        Optional<IssuedCredentials> issued = vault.find(request.accessKeyId());
        if (issued.isPresent() && !clock.instant().isBefore(issued.get().expiresAt())) {
            return new Unauthenticated(
                    "ExpiredTokenException", "The security token included in the request is expired");
        }
        return vault.session(request.accessKeyId())
                .map(session -> decided(request, session))
                .orElseGet(() -> isAdministrator(request.accessKeyId())
                        ? new Allowed(ADMINISTRATOR)
                        : new Unauthenticated(
                                "UnrecognizedClientException",
                                "The security token included in the request is invalid."));
    }

    void reset() {
        policies.restore();
    }

    private IamDecision decided(IamRequest request, RoleSession session) {
        Permissions permissions = new Permissions(policies.of(session.role().arn()), session.policies());
        String refusal = "User: " + session.role().sessionArn() + " is not authorized to perform: " + request.action()
                + " on resource: " + request.resource();
        return permissions
                .on(new Request(request.action(), request.resource(), contextOf(request, session)))
                .<IamDecision>fold(
                        by -> new Allowed(statement(by)),
                        by -> new Denied(
                                refusal + " with an explicit deny in "
                                        + (by.kind() == PolicyKind.SESSION ? "a " : "an ")
                                        + by.kind().written(),
                                statement(by)),
                        missing -> new Denied(
                                refusal + " because no " + missing.written() + " allows the " + request.action()
                                        + " action",
                                null));
    }

    /** What the credentials say of the caller cannot be said otherwise by the request. */
    private Context contextOf(IamRequest request, RoleSession session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.put("aws:SecureTransport", List.of("true"));
        keys.putAll(request.context());
        keys.put("aws:CurrentTime", List.of(now.toString()));
        keys.put("aws:EpochTime", List.of(String.valueOf(now.getEpochSecond())));
        keys.putAll(session.conditionKeys());
        return Context.of(new HashMap<>(keys));
    }

    private static IamStatement statement(Finding by) {
        return new IamStatement(by.kind().written(), by.policy(), by.index(), by.sid());
    }

    private boolean isAdministrator(String accessKeyId) {
        return config.accessKeys().stream().anyMatch(key -> key.accessKeyId().equals(accessKeyId));
    }

    private void checkRole(String arn) {
        boolean exists = config.roles().isEmpty()
                ? ConfigCheck.isRole(arn)
                : config.roles().stream().anyMatch(role -> role.arn().equals(arn));
        if (!exists) {
            throw new IllegalArgumentException("there is no role " + arn);
        }
    }
}
