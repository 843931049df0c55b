package io.github.cognitoee.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every key that the library knows. Values are read by these constants, names are checked against them, and {@code
 * docs/configuration-reference.md} is generated from them.
 */
final class Keys {

    private static final List<Key> DECLARED = new ArrayList<>();

    static final Key ENABLED = declare(Key.of(Feature.ACTIVATION, "cognito.enabled", "`true`, `false`")
            .otherwise("true")
            .meaning(
                    "`false`: nobody can sign in with Cognito, and a WAR without a definition deploys; role annotations"
                            + " on REST hold all the same"));

    static final Key ACCEPTS =
            declare(Key.of(Feature.ACTIVATION, "cognito.accepts", "list of `BEARER`, `MANAGED_LOGIN`, `FORM`, `BASIC`")
                    .annotated("accepts")
                    .otherwise("BEARER")
                    .meaning("how callers may prove who they are"));

    static final Key USER_POOL_ID = declare(Key.of(Feature.USER_POOL, "cognito.user-pool.id", "`<region>_<name>`")
            .annotated("userPool.id")
            .otherwise("required")
            .meaning("the user pool whose tokens enter"));

    static final Key USER_POOL_CLIENT_IDS = declare(Key.of(Feature.USER_POOL, "cognito.user-pool.client-ids", "list")
            .annotated("userPool.clientIds")
            .otherwise("required")
            .meaning("its app clients whose tokens enter"));

    static final Key USER_POOL_JWKS =
            declare(Key.of(Feature.USER_POOL, "cognito.user-pool.jwks", "JSON, or the path of a file")
                    .otherwise("fetched")
                    .meaning("the pool's key set; nothing is fetched then"));

    static final Key REGION = declare(Key.of(Feature.USER_POOL, "cognito.region", "AWS region")
            .otherwise("that of the pool id")
            .meaning("checked against the user pool id, which names its region; the identity pool may lie elsewhere."
                    + " Beside `cognito.user-pool.issuer` it is the region of a pool whose id names none"));

    static final Key TRUSTED_ID =
            declare(Key.of(Feature.USER_POOL, "cognito.trusted-user-pools.<name>.id", "`<region>_<name>`")
                    .annotated("trustedUserPools[].id")
                    .meaning("another user pool whose tokens enter; `<name>` is yours to choose. One such key replaces"
                            + " all of the annotation's `trustedUserPools`"));

    static final Key TRUSTED_CLIENT_IDS =
            declare(Key.of(Feature.USER_POOL, "cognito.trusted-user-pools.<name>.client-ids", "list")
                    .annotated("trustedUserPools[].clientIds")
                    .meaning("the app clients of that pool whose tokens enter; required beside its id"));

    static final Key BEARER_TOKENS = declare(Key.of(Feature.TOKENS, "cognito.bearer-tokens", "`ACCESS`, `ID`, `ANY`")
            .annotated("bearerTokens")
            .otherwise("ACCESS")
            .meaning("which of Cognito's tokens `Authorization: Bearer` may carry"));

    static final Key REQUIRED_SCOPES = declare(Key.of(Feature.TOKENS, "cognito.required-scopes", "list")
            .annotated("requiredScopes")
            .otherwise("none")
            .meaning("scopes that every token must hold; else 403 `insufficient_scope`"));

    static final Key REQUIRED_GROUPS = declare(Key.of(Feature.TOKENS, "cognito.required-groups", "list")
            .annotated("requiredGroups")
            .otherwise("none")
            .meaning("groups that every caller must belong to; else 403"));

    static final Key TOKEN_CACHE_SIZE = declare(Key.of(Feature.TOKENS, "cognito.token-cache.size", "MiB")
            .otherwise("a sixteenth of the heap, at most 64")
            .meaning("memory for tokens that were seen before, and an eighth of it besides for cookies of sessions that"
                    + " were opened before; `0` for none"));

    static final Key CLOCK_SKEW = declare(Key.of(Feature.TOKENS, "cognito.clock-skew", "ISO 8601 duration")
            .otherwise("PT60S")
            .meaning("how far clocks may differ, at most `PT5M`"));

    static final Key ASSURANCE_LEVELS = declare(Key.of(Feature.TOKENS, "cognito.assurance-levels", "list")
            .otherwise("`urn:cognito:loa:1` to `:4`")
            .meaning("the user pool's names of the levels that `acr` tells, lowest first; `@RequiresAssurance` asks for"
                    + " one of them"));

    static final Key CALLER_NAME_CLAIM = declare(Key.of(Feature.CALLERS, "cognito.caller-name-claim", "claim")
            .annotated("callerNameClaim")
            .otherwise("Cognito's user name")
            .meaning("the claim that names the caller; not one that users can write themselves"));

    static final Key CALLER_GROUPS_CLAIM = declare(Key.of(Feature.CALLERS, "cognito.caller-groups-claim", "claim")
            .annotated("callerGroupsClaim")
            .otherwise("cognito:groups")
            .meaning("the claim that lists the caller's groups"));

    static final Key ROLES = declare(Key.of(Feature.CALLERS, "cognito.roles", "`group=role,role;group=role`")
            .otherwise("each group is a role of its name")
            .meaning("the roles of groups, all in one value: the form for the environment"));

    static final Key ROLES_OF_GROUP = declare(Key.of(Feature.CALLERS, "cognito.roles.<group>", "list")
            .otherwise("the group's own name")
            .meaning("the roles of one group, instead of the role of its name; wins over `cognito.roles`"));

    static final Key SCOPES_AS_ROLES = declare(Key.of(Feature.CALLERS, "cognito.scopes-as-roles", "`true`, `false`")
            .otherwise("false")
            .meaning("whether each scope of a token is a role `SCOPE_<scope>` too"));

    static final Key DECLARED_ROLES = declare(Key.of(Feature.CALLERS, "cognito.declared-roles", "list")
            .otherwise("none")
            .meaning("roles that code asks for and no annotation names; those of `cognito.roles` need no mention"));

    static final Key LOGIN_DOMAIN =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.domain", "prefix or host name")
                    .annotated("managedLogin.domain")
                    .otherwise("required")
                    .meaning("the domain of the user pool, such as `photos` or `login.example.com`"));

    static final Key LOGIN_CLIENT_ID = declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.client-id", "text")
            .annotated("managedLogin.clientId")
            .otherwise("the one of `cognito.user-pool.client-ids`")
            .meaning("the app client by which people sign in"));

    static final Key LOGIN_CLIENT_SECRET =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.client-secret", "text")
                    .annotated("managedLogin.clientSecret")
                    .otherwise("none")
                    .meaning("its secret; a public client has none")
                    .asSecret());

    static final Key LOGIN_REDIRECT_URI =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.redirect-uri", "address")
                    .annotated("managedLogin.redirectURI")
                    .otherwise("${baseURL}/callback")
                    .meaning("where Cognito sends people back to, a callback URL of the app client; served by the"
                            + " library"));

    static final Key LOGIN_SCOPE = declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.scope", "list")
            .annotated("managedLogin.scope")
            .otherwise("openid")
            .meaning("the scopes to ask for, `openid` among them"));

    static final Key LOGIN_IDENTITY_PROVIDER =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.identity-provider", "text")
                    .annotated("managedLogin.identityProvider")
                    .otherwise("none")
                    .meaning("the identity provider to go to at once, such as `Google`"));

    static final Key LOGIN_IDP_IDENTIFIER =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.idp-identifier", "text")
                    .annotated("managedLogin.idpIdentifier")
                    .otherwise("none")
                    .meaning("the same, by one of the provider's identifiers in the user pool"));

    static final Key LOGIN_LANG = declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.lang", "language")
            .annotated("managedLogin.lang")
            .otherwise("the browser's")
            .meaning("the language of the pages, such as `ko`"));

    static final Key LOGIN_PROMPT = declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.prompt", "words")
            .annotated("managedLogin.prompt")
            .otherwise("none")
            .meaning("`login`, `select_account` or `consent`"));

    static final Key LOGIN_ACR_VALUES =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.acr-values", "words")
                    .annotated("managedLogin.acrValues")
                    .otherwise("none")
                    .meaning("the level of assurance that each sign-in is to reach; managed login may let people in"
                            + " with less"));

    static final Key LOGIN_MAX_AGE =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.max-age", "ISO 8601 duration")
                    .annotated("managedLogin.maxAge")
                    .otherwise("any")
                    .meaning("how long ago people may have given their password to managed login; who did so earlier is"
                            + " asked again"));

    static final Key LOGIN_RESOURCE = declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.resource", "URL")
            .annotated("managedLogin.resource")
            .otherwise("none")
            .meaning("the resource that access tokens are for (RFC 8707)"));

    static final Key LOGOUT_REDIRECT_URI =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.logout.redirect-uri", "address")
                    .annotated("managedLogin.logout.redirectURI")
                    .otherwise("${baseURL}/")
                    .meaning("where people are after signing out, a sign-out URL of the app client"));

    static final Key LOGOUT_NOTIFY_PROVIDER =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.logout.notify-provider", "`true`, `false`")
                    .annotated("managedLogin.logout.notifyProvider")
                    .otherwise("true")
                    .meaning("whether the session at managed login ends too"));

    static final Key LOGOUT_REVOKE =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.logout.revoke", "`true`, `false`")
                    .annotated("managedLogin.logout.revoke")
                    .otherwise("true")
                    .meaning("whether the refresh token is revoked"));

    static final Key LOGOUT_EVERYWHERE =
            declare(Key.of(Feature.MANAGED_LOGIN, "cognito.managed-login.logout.everywhere", "`true`, `false`")
                    .annotated("managedLogin.logout.everywhere")
                    .otherwise("false")
                    .meaning("whether the user is signed out on all devices (GlobalSignOut)"));

    static final Key FORM_LOGIN_PAGE = declare(Key.of(Feature.FORM, "cognito.form.login-page", "path")
            .annotated("form.loginPage")
            .otherwise("a page of the library")
            .meaning("the application's page with the form, behind the context path"));

    static final Key FORM_ERROR_PAGE = declare(Key.of(Feature.FORM, "cognito.form.error-page", "path")
            .annotated("form.errorPage")
            .otherwise("the page with the form")
            .meaning("the application's page for whoever was not let in"));

    static final Key FORM_FORGOT_PASSWORD_PAGE =
            declare(Key.of(Feature.FORM, "cognito.form.forgot-password-page", "path")
                    .annotated("form.forgotPasswordPage")
                    .otherwise("none")
                    .meaning("the application's page for whoever forgot the password, to link to"));

    static final Key FORM_SIGN_UP_PAGE = declare(Key.of(Feature.FORM, "cognito.form.sign-up-page", "path")
            .annotated("form.signUpPage")
            .otherwise("none")
            .meaning("the application's page for whoever has no account yet, to link to"));

    static final Key FORM_CONFIRM_PAGE = declare(Key.of(Feature.FORM, "cognito.form.confirm-page", "path")
            .annotated("form.confirmPage")
            .otherwise("none")
            .meaning("the application's page for whoever has not confirmed the sign-up, to link to"));

    static final Key FORM_REMEMBER_DEVICES =
            declare(Key.of(Feature.FORM, "cognito.form.remember-devices", "`true`, `false`")
                    .annotated("form.rememberDevices")
                    .otherwise("false")
                    .meaning("whether a browser is known again as the device that the user pool remembers"));

    static final Key FORM_LOGOUT_REDIRECT_URI =
            declare(Key.of(Feature.FORM, "cognito.form.logout.redirect-uri", "address")
                    .annotated("form.logout.redirectURI")
                    .otherwise("${baseURL}/")
                    .meaning("where people are after signing out"));

    static final Key FORM_LOGOUT_REVOKE = declare(Key.of(Feature.FORM, "cognito.form.logout.revoke", "`true`, `false`")
            .annotated("form.logout.revoke")
            .otherwise("true")
            .meaning("whether the refresh token is revoked"));

    static final Key FORM_LOGOUT_EVERYWHERE =
            declare(Key.of(Feature.FORM, "cognito.form.logout.everywhere", "`true`, `false`")
                    .annotated("form.logout.everywhere")
                    .otherwise("false")
                    .meaning("whether the user is signed out on all devices (GlobalSignOut)"));

    static final Key SESSION_BASE_URL = declare(Key.of(Feature.SESSIONS, "cognito.session.base-url", "address")
            .otherwise("that of the request, if its host is listed")
            .meaning("what `${baseURL}` stands for: the application's own address, context path included"));

    static final Key SESSION_HOSTS = declare(Key.of(Feature.SESSIONS, "cognito.session.hosts", "list")
            .otherwise("those of the loopback interface")
            .meaning("the hosts, as in `www.example.com` or `www.example.com:8443`, by which requests may name the"
                    + " application where `cognito.session.base-url` is not set"));

    static final Key SESSION_PROXIES = declare(Key.of(Feature.SESSIONS, "cognito.session.proxies", "list")
            .otherwise("none")
            .meaning("the IP addresses of proxies whose `X-Forwarded-Proto`, `-Host`, `-Port` and `-For` are"
                    + " believed"));

    static final Key SESSION_COOKIE_KEYS = declare(Key.of(Feature.SESSIONS, "cognito.session.cookie-keys", "list")
            .otherwise("one made at random by each process")
            .meaning("keys of 32 bytes in Base64 that encrypt cookies: the first; and decrypt them: all. Needed"
                    + " where several nodes serve the application")
            .asSecret());

    static final Key SESSION_TOKEN_STORE =
            declare(Key.of(Feature.SESSIONS, "cognito.session.token-store", "`SESSION`, `COOKIE`")
                    .otherwise("SESSION")
                    .meaning("where tokens are kept: in the container's session, or encrypted in the browser"));

    static final Key SESSION_COOKIE_MAX_AGE =
            declare(Key.of(Feature.SESSIONS, "cognito.session.cookie-max-age", "ISO 8601 duration")
                    .otherwise("PT12H")
                    .meaning("how long after signing in a session in a cookie ends, whatever is done in it"));

    static final Key SIGN_IN_CLIENT_ID = declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.client-id", "text")
            .annotated("signIn.clientId")
            .otherwise("the one of `cognito.user-pool.client-ids`")
            .meaning("the app client by which names and passwords are put to Cognito: by `CognitoUserPool`, at the"
                    + " form, by HTTP Basic and under Jakarta's own logins"));

    static final Key SIGN_IN_CLIENT_SECRET = declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.client-secret", "text")
            .annotated("signIn.clientSecret")
            .otherwise("that of managed login where it is the same client, else none")
            .meaning("its secret; a public client has none")
            .asSecret());

    static final Key SIGN_IN_FLOW = declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.flow", "name of a `SignInFlow`")
            .annotated("signIn.flow")
            .otherwise("USER_SRP_AUTH")
            .meaning("how a sign-in is put to Cognito, unless the request says otherwise; see [sign-in](sign-in.md)"));

    static final Key SIGN_IN_STATE_KEYS = declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.state-keys", "list")
            .otherwise("one made at random by each process")
            .meaning("keys of 32 bytes in Base64 that encrypt what browsers keep between two steps: the first; and"
                    + " decrypt it: all. Needed where several nodes serve the application")
            .asSecret());

    static final Key SIGN_IN_AUTHENTICATOR_ISSUER =
            declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.authenticator-issuer", "text")
                    .annotated("signIn.authenticatorIssuer")
                    .otherwise("the id of the user pool")
                    .meaning("the name by which authenticator apps show the account"));

    static final Key SIGN_IN_TIMEOUT = declare(Key.of(Feature.SIGN_IN, "cognito.sign-in.timeout", "ISO 8601 duration")
            .otherwise("PT10S")
            .meaning("how long an answer of the user pool may take, which calls the pool's triggers meanwhile; at most"
                    + " `PT1M`"));

    static final Key BASIC_REALM = declare(Key.of(Feature.BASIC, "cognito.basic.realm", "text")
            .annotated("basic.realm")
            .otherwise("cognito")
            .meaning("what browsers and programs are told that the password is for"));

    static final Key BASIC_REMEMBERED_FOR = declare(Key.of(
                    Feature.BASIC, "cognito.basic.remembered-for", "ISO 8601 duration")
            .otherwise("PT60S")
            .meaning("how long a password that Cognito took is good without asking Cognito again, at most `PT60S`;"
                    + " `PT0S` for not at all. Also under Jakarta's own HTTP Basic"));

    static final Key IDENTITY_POOL_ID =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.id", "`<region>:<guid>`")
                    .annotated("@CognitoIdentityPoolDefinition.id")
                    .otherwise("none")
                    .meaning("the identity pool that hands out credentials"));

    static final Key LOGINS_KEY = declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.logins-key", "text")
            .annotated("@CognitoIdentityPoolDefinition.loginsKey")
            .otherwise("built from the user pool id")
            .meaning("provider name of the user pool in the identity pool"));

    static final Key CHECK_ROLES =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.check-roles", "`true`, `false`")
                    .annotated("@CognitoIdentityPoolDefinition.checkRoles")
                    .otherwise("true")
                    .meaning("whether a role that the ID token's `cognito:roles` do not name is refused without asking;"
                            + " `false` for a pool that chooses roles by rules"));

    static final Key FLOW = declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.flow", "`ENHANCED`, `CLASSIC`")
            .annotated("@CognitoIdentityPoolDefinition.flow")
            .otherwise("ENHANCED")
            .meaning("who chooses the role: the identity pool, or the application"));

    static final Key CLASSIC_ROLE =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.classic.role", "ARN of a role")
                    .annotated("@CognitoIdentityPoolDefinition.classic.role")
                    .otherwise("that of the ID token")
                    .meaning("the role of callers who ask for none, in the classic flow"));

    static final Key CLASSIC_GUEST_ROLE =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.classic.guest-role", "ARN of a role")
                    .annotated("@CognitoIdentityPoolDefinition.classic.guestRole")
                    .otherwise("none")
                    .meaning("the role of guests, in the classic flow"));

    static final Key CLASSIC_DURATION =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.classic.duration", "ISO 8601 duration")
                    .annotated("@CognitoIdentityPoolDefinition.classic.duration")
                    .otherwise("PT1H")
                    .meaning("how long credentials live in the classic flow, from `PT15M` to `PT12H` and no longer than"
                            + " the role allows"));

    static final Key CLASSIC_POLICY =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.classic.policy", "JSON")
                    .annotated("@CognitoIdentityPoolDefinition.classic.policy")
                    .otherwise("none")
                    .meaning("a session policy, which credentials of the classic flow allow no more than;"
                            + " `${...}` in it is a variable of IAM, and no expression"));

    static final Key DEVELOPER_PROVIDER = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.developer.provider", "text")
            .annotated("@CognitoIdentityPoolDefinition.developer.provider")
            .otherwise("none: the application vouches for nobody")
            .meaning("`DeveloperProviderName` of the identity pool, by which the application vouches for callers"
                    + " who have no ID token"));

    static final Key DEVELOPER_TOKEN_DURATION = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.developer.token-duration", "ISO 8601 duration")
            .annotated("@CognitoIdentityPoolDefinition.developer.tokenDuration")
            .otherwise("PT15M")
            .meaning("how long the token is good that vouches for a caller, from `PT1S` to `PT24H`; it is used at"
                    + " once"));

    static final Key DEVELOPER_PRINCIPAL_TAGS =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.developer.principal-tags", "list")
                    .annotated("@CognitoIdentityPoolDefinition.developer.principalTags")
                    .otherwise("none")
                    .meaning("claims of their tokens that become principal tags: `claim` or `tag=claim`, at most 50"));

    static final Key DEVELOPER_TOKENS = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.developer.tokens-per-second", "number")
            .otherwise("50")
            .meaning("how often `GetOpenIdTokenForDeveloperIdentity` may be called; the default is the quota of a whole"
                    + " account in a region. Who would wait for more than two seconds is told to come again"));

    static final Key DEVELOPER_CALLS =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.developer.calls-per-second", "number")
                    .otherwise("5")
                    .meaning("the same for all that `CognitoDeveloperIdentities` calls, together"));

    static final Key NEW_IDENTITIES = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.new-identities-per-second", "number")
            .otherwise("20")
            .meaning("how often `GetId` may be called for callers who are new here; with that of guests the default is"
                    + " the quota of a whole account in a region. Who would wait for more than two seconds is told to"
                    + " come again"));

    static final Key NEW_GUESTS =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.guests.new-identities-per-second", "number")
                    .otherwise("5")
                    .meaning("the same for guests, who so keep nobody from signing in"));

    static final Key GUESTS_IDENTITY =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.guests.identity", "`PER_SESSION`, `PER_NODE`")
                    .annotated("@CognitoIdentityPoolDefinition.guests.identity")
                    .otherwise("PER_SESSION")
                    .meaning("who of the guests share an identity"));

    static final Key GUESTS_AFTER_SIGN_IN = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.guests.after-sign-in", "`DROP`, `LINK`")
            .annotated("@CognitoIdentityPoolDefinition.guests.afterSignIn")
            .otherwise("DROP")
            .meaning("what becomes of a guest's identity when they sign in; `LINK` needs one for each session"));

    static final Key SHARED_CACHE_NAME = declare(Key.of(
                    Feature.IDENTITY_POOL, "cognito.identity-pool.shared-cache.name", "text")
            .annotated("@CognitoIdentityPoolDefinition.shared.name")
            .otherwise("nothing is shared")
            .meaning("name of the JCache cache in which nodes share credentials, and with `.logins` behind it of"
                    + " that of identity ids"));

    static final Key SHARED_CACHE_KEYS =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.shared-cache.keys", "list")
                    .annotated("@CognitoIdentityPoolDefinition.shared.keys")
                    .otherwise("required beside the name")
                    .meaning("keys of 32 bytes in Base64 that encrypt what is shared: the first; and decrypt it: all")
                    .asSecret());

    static final Key SHARED_CACHE_URI =
            declare(Key.of(Feature.IDENTITY_POOL, "cognito.identity-pool.shared-cache.uri", "URI")
                    .annotated("@CognitoIdentityPoolDefinition.shared.uri")
                    .otherwise("the `CacheManager` that is a bean, else the provider's default")
                    .meaning("the cache manager, as JCache's provider understands it"));

    static final Key RESOURCE_ID =
            declare(Key.of(Feature.PROTECTED_RESOURCE, "cognito.resource.id", "https URL without fragment")
                    .otherwise("nothing is published")
                    .meaning("the URL under which clients know the application as a protected resource (RFC 9728)"));

    static final Key RESOURCE_NAME = declare(Key.of(Feature.PROTECTED_RESOURCE, "cognito.resource.name", "text")
            .otherwise("none")
            .meaning("its name, for people to read"));

    static final Key ALLOW_ENDPOINT_OVERRIDE =
            declare(Key.of(Feature.DEVELOPMENT, "cognito.allow-endpoint-override", "`true`, `false`")
                    .otherwise("false")
                    .meaning("allows the other keys of this chapter, and has their use logged as a warning"));

    static final Key ENDPOINT = declare(Key.of(Feature.DEVELOPMENT, "cognito.endpoint", "address")
            .otherwise("AWS")
            .meaning("replaces scheme, host and port of all calls to Cognito; the expected issuer stays that of AWS"));

    static final Key USER_POOL_ENDPOINT = declare(Key.of(Feature.DEVELOPMENT, "cognito.user-pool.endpoint", "address")
            .otherwise("`cognito.endpoint`")
            .meaning("the same for the user pools alone"));

    static final Key LOGIN_ENDPOINT = declare(Key.of(Feature.DEVELOPMENT, "cognito.managed-login.endpoint", "address")
            .otherwise("the domain")
            .meaning("replaces the user pool's domain; browsers are sent there, so `cognito.endpoint` does not"
                    + " stand in for it"));

    static final Key IDENTITY_POOL_ENDPOINT =
            declare(Key.of(Feature.DEVELOPMENT, "cognito.identity-pool.endpoint", "address")
                    .otherwise("`cognito.endpoint`")
                    .meaning("the same for the identity pool alone"));

    static final Key STS_ENDPOINT = declare(Key.of(Feature.DEVELOPMENT, "cognito.identity-pool.sts-endpoint", "address")
            .otherwise("`cognito.identity-pool.endpoint`")
            .meaning("the same for STS, which is asked for roles, alone"));

    static final Key USER_POOL_ISSUER = declare(Key.of(Feature.DEVELOPMENT, "cognito.user-pool.issuer", "list")
            .otherwise("AWS")
            .meaning("the expected issuers, instead of the pool's original and updated one"));

    private Keys() {}

    private static Key declare(Key key) {
        DECLARED.add(key);
        return key;
    }

    /** All of them, in the order of the reference. */
    static List<Key> all() {
        return Collections.unmodifiableList(DECLARED);
    }
}
