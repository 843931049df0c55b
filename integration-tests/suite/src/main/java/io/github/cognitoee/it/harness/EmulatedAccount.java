package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.OidcProvider;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping.AmbiguousRoleResolution;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping.Type;
import io.github.cognitoee.emulator.EmulatorConfig.Rule;
import io.github.cognitoee.emulator.EmulatorConfig.Rule.MatchType;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The AWS account that the emulator has: its default one, more people in its pool, and further pools of either kind. */
final class EmulatedAccount {

    static final String POOL = "eu-west-1_CognitoEE";
    static final String CLIENT = "demo0client0of0photo0album";
    static final String OTHER_POOL = "eu-west-1_OtherPool";
    static final String OTHER_POOL_CLIENT = "other0pool0client";

    /** As the first pool calls the third one. */
    static final String PROVIDER = "Staff";

    static final AuthenticatorApp APP = new AuthenticatorApp("12345678901234567890");

    static final String LEE = "5a7e1b9c-0000-4000-8000-000000000001";

    /** That the developers' pool takes logins of. */
    static final String SAML_PROVIDER = "arn:aws:iam::123456789012:saml-provider/Staff";

    static final String SAML_ISSUER = "https://idp.suite.example/metadata";

    private static final String OTHER_IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000002";
    private static final String OTHER_ROLE = "arn:aws:iam::123456789012:role/OtherPoolUsers";
    private static final String POOL_WITH_GUESTS = "eu-west-1:c0911170-ee00-4000-8000-000000000003";
    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";
    private static final String VISITORS = "arn:aws:iam::123456789012:role/Visitors";
    private static final String EDITORS = "arn:aws:iam::123456789012:role/Editors";
    private static final String CHECKED_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000004";
    private static final String CHECKED = "arn:aws:iam::123456789012:role/CheckedMembers";
    private static final String MAPPED_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000005";
    private static final String MAPPED = "arn:aws:iam::123456789012:role/Mapped";
    private static final String SALES = "arn:aws:iam::123456789012:role/Sales";
    private static final String MANAGERS = "arn:aws:iam::123456789012:role/Managers";
    static final String DEVELOPERS_POOL = "eu-west-1:c0911170-ee00-4000-8000-0000000000d1";
    static final String DEVELOPERS = "login.suite.example";
    private static final String VOUCHED = "arn:aws:iam::123456789012:role/VouchedFor";
    private static final String MEMBER = "authenticated";
    private static final String STAFF_POOL = "eu-west-1_Staff";
    private static final String STAFF_POOL_CLIENT = "album0at0staff";
    private static final String STAFF_POOL_SECRET = "the0secret0of0the0album0at0staff";

    private EmulatedAccount() {}

    static EmulatorConfig config() {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        return new EmulatorConfig(
                defaults.region(),
                defaults.accountId(),
                List.of(withMorePeople(defaults.userPools().get(0)), otherPool(), staffPool()),
                Stream.of(
                                defaults.identityPools().stream().map(EmulatedAccount::withoutGuests),
                                Stream.of(
                                        otherIdentityPool(),
                                        poolWithGuests(defaults),
                                        checkedPool(defaults),
                                        mappedPool(),
                                        developersPool(defaults)))
                        .flatMap(pools -> pools)
                        .toList(),
                defaults.accessKeys(),
                Stream.of(
                                defaults.roles().stream(),
                                Stream.of(
                                        new Role(OTHER_ROLE, trusting(OTHER_IDENTITY_POOL, MEMBER), null),
                                        new Role(MEMBERS, trusting(POOL_WITH_GUESTS, MEMBER), null),
                                        new Role(VISITORS, trusting(POOL_WITH_GUESTS, "unauthenticated"), null),
                                        new Role(EDITORS, trusting(POOL_WITH_GUESTS, MEMBER), null),
                                        new Role(CHECKED, trusting(CHECKED_POOL, MEMBER), null),
                                        new Role(MAPPED, trusting(MAPPED_POOL, MEMBER), null)
                                                .withPolicy("Reports", readingReportsOfTheirTeam()),
                                        new Role(SALES, trusting(MAPPED_POOL, MEMBER), null),
                                        new Role(MANAGERS, trusting(MAPPED_POOL, MEMBER), null),
                                        new Role(VOUCHED, trusting(DEVELOPERS_POOL, MEMBER), null)))
                        .flatMap(roles -> roles)
                        .toList());
    }

    private static UserPool withMorePeople(UserPool pool) {
        User tess = new User(
                "tess",
                null,
                List.of("users"),
                Map.of("email", "tess@example.com"),
                "Tess-Passw0rd",
                List.of("SOFTWARE_TOKEN_MFA"),
                APP.secretInBase32());
        User fred = new User(
                "fred",
                null,
                List.of("users"),
                Map.of("email", "fred@example.com", "email_verified", "true"),
                "Fred-Passw0rd");
        User lena = new User("lena", null, List.of("users"), Map.of("email", "lena@example.com"), "Lenas-Passw0rd");
        User dora = new User("dora", null, List.of("users"), Map.of("email", "dora@example.com"), "Doras-Passw0rd");
        OidcProvider staff = new OidcProvider(
                PROVIDER,
                "https://cognito-idp.eu-west-1.amazonaws.com/" + STAFF_POOL,
                STAFF_POOL_CLIENT,
                STAFF_POOL_SECRET,
                List.of(),
                Map.of(),
                List.of());
        return new UserPool(
                pool.id(),
                pool.clients(),
                pool.groups(),
                with(with(with(with(pool.users(), tess), fred), lena), dora),
                List.of(staff));
    }

    private static UserPool otherPool() {
        return new UserPool(
                OTHER_POOL,
                List.of(new Client(OTHER_POOL_CLIENT)),
                List.of(new Group("users", 1, OTHER_ROLE)),
                List.of(new User("alice", null, List.of("users"), Map.of())));
    }

    private static UserPool staffPool() {
        User lee = new User(
                "lee", LEE, List.of(), Map.of("email", "lee@staff.example", "email_verified", "true"), "Lees-Passw0rd");
        Client album =
                Client.builder(STAFF_POOL_CLIENT).secret(STAFF_POOL_SECRET).build();
        return new UserPool(STAFF_POOL, List.of(album), List.of(), List.of(lee));
    }

    private static IdentityPool withoutGuests(IdentityPool pool) {
        return new IdentityPool(
                pool.id(), pool.providers(), pool.authenticatedRole(), null, pool.name(), false, null, null);
    }

    private static IdentityPool otherIdentityPool() {
        return new IdentityPool(
                OTHER_IDENTITY_POOL,
                List.of(new Provider(OTHER_POOL, OTHER_POOL_CLIENT, null, false)),
                OTHER_ROLE,
                null,
                null,
                false,
                null,
                null);
    }

    /** The clients of the default pool, and an application that vouches for its callers; no mapping of roles. */
    private static IdentityPool poolWithGuests(EmulatorConfig defaults) {
        List<Provider> providers = defaults.identityPools().get(0).providers().stream()
                .map(provider -> new Provider(provider.userPoolId(), provider.clientId(), null, false))
                .toList();
        return new IdentityPool(POOL_WITH_GUESTS, providers, MEMBERS, VISITORS, null, true, null, DEVELOPERS);
    }

    /** Asks the user pool whether a sign-in still holds; roles by the token. */
    private static IdentityPool checkedPool(EmulatorConfig defaults) {
        List<Provider> providers = defaults.identityPools().get(0).providers().stream()
                .map(provider -> new Provider(provider.userPoolId(), provider.clientId(), provider.roleMapping(), true))
                .toList();
        return new IdentityPool(CHECKED_POOL, providers, CHECKED, null, null, false, null, null);
    }

    /** By rules that deny who matches none, by the same with a role for them, and by the token's own word. */
    private static IdentityPool mappedPool() {
        List<Rule> rules = List.of(
                new Rule("custom:department", MatchType.EQUALS, "sales", SALES),
                new Rule("cognito:groups", MatchType.CONTAINS, "admin", MANAGERS));
        return new IdentityPool(
                MAPPED_POOL,
                List.of(
                        new Provider(
                                POOL, CLIENT, new RoleMapping(Type.RULES, AmbiguousRoleResolution.DENY, rules), false),
                        new Provider(
                                POOL,
                                Cognito.OTHER_CLIENT,
                                new RoleMapping(Type.RULES, AmbiguousRoleResolution.AUTHENTICATED_ROLE, rules),
                                false),
                        new Provider(
                                OTHER_POOL,
                                OTHER_POOL_CLIENT,
                                new RoleMapping(Type.TOKEN, AmbiguousRoleResolution.DENY, List.of()),
                                false)),
                MAPPED,
                null,
                null,
                false,
                null,
                null);
    }

    private static Map<String, Object> readingReportsOfTheirTeam() {
        Map<String, Object> statement = Map.of(
                "Effect",
                "Allow",
                "Action",
                "s3:GetObject",
                "Resource",
                "arn:aws:s3:::reports/${aws:PrincipalTag/team}/*");
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    /** Two user pools, and an application that vouches for its callers; no mapping of roles. */
    private static IdentityPool developersPool(EmulatorConfig defaults) {
        List<Provider> providers = defaults.identityPools().get(0).providers().stream()
                .map(provider -> new Provider(provider.userPoolId(), provider.clientId(), null, false))
                .toList();
        Provider other = new Provider(OTHER_POOL, OTHER_POOL_CLIENT, null, false);
        return new IdentityPool(DEVELOPERS_POOL, with(providers, other), VOUCHED, null, null, false, null, DEVELOPERS);
    }

    /** @param kind {@code authenticated}, or {@code unauthenticated} for guests */
    private static Map<String, Object> trusting(String identityPool, String kind) {
        Map<String, Object> condition = Map.of(
                "StringEquals", Map.of("cognito-identity.amazonaws.com:aud", identityPool),
                "ForAnyValue:StringLike", Map.of("cognito-identity.amazonaws.com:amr", kind));
        Map<String, Object> statement = Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Federated", "cognito-identity.amazonaws.com"),
                "Action",
                List.of("sts:AssumeRoleWithWebIdentity", "sts:TagSession"),
                "Condition",
                condition);
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    private static <T> List<T> with(List<T> list, T other) {
        return Stream.concat(list.stream(), Stream.of(other)).toList();
    }
}
