package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.regex.Pattern;

/**
 * The catalogue of what the library reports by an id, {@code COG-0001} and so on: each with its cause and what to do about
 * it, from which {@code docs/errors.md} is generated. An id never changes, and is never used for something else.
 */
public enum Problem {
    WRONG_VALUE(
            1,
            Severity.STOPS_DEPLOYMENT,
            "A value is missing or wrong",
            "A key or a member of a definition annotation holds something that cannot be right, or nothing where"
                    + " something is needed. The message names the class, the key, where its value came from, and what"
                    + " was expected.",
            "Correct the value where the message says it came from; [the reference](configuration-reference.md) says"
                    + " what each key takes."),
    ADDRESSES_REPLACED(
            2,
            Severity.WARNING,
            "Addresses of AWS are replaced",
            "`cognito.endpoint`, one of its kind or `cognito.user-pool.issuer` is set, and"
                    + " `cognito.allow-endpoint-override=true` allows it: keys and credentials come from there, not from"
                    + " AWS.",
            "Right for development and tests. In production remove these keys at once, and find out who set them."),
    REST_NOT_GUARDED(
            3,
            Severity.ERROR,
            "A REST application is not guarded",
            "A REST application has not loaded the library's feature, or is installed as a servlet filter: its role"
                    + " annotations would not be enforced, so its requests are answered 500.",
            "Switch the discovery of providers on again, or register the class that the message names in the"
                    + " application; have REST served by a servlet."),
    NO_IDENTITY_POOL(
            4,
            Severity.STOPS_DEPLOYMENT,
            "Credentials are asked for, and there is no identity pool",
            "A CDI bean has `@CognitoCredentials`, `@CognitoSigned` or a `CognitoIdentity` injected, and the application has"
                    + " no identity pool. Where something other than a CDI bean asks, this is told at the first use.",
            "Add `@CognitoIdentityPoolDefinition` beside `@CognitoAuthenticationMechanismDefinition`, or set"
                    + " `cognito.identity-pool.id`."),
    NO_DEFINITION(
            5,
            Severity.STOPS_DEPLOYMENT,
            "No class carries the definition",
            "The library is in the application, and no class that CDI finds carries"
                    + " `@CognitoAuthenticationMechanismDefinition` or `@CognitoIdentityStoreDefinition`: nobody could sign"
                    + " in.",
            "Annotate one class of the WAR; or set `cognito.enabled=false` where nobody is to sign in with Cognito."),
    TWO_DEFINITIONS(
            6,
            Severity.STOPS_DEPLOYMENT,
            "Two classes carry the same definition, or definitions that exclude each other",
            "An application has one mechanism, or the identity store alone, and at most one identity pool; the message names"
                    + " the classes.",
            "Remove all but one."),
    ROLES_ON_SERVLET(
            7,
            Severity.STOPS_DEPLOYMENT,
            "Role annotations on a Servlet",
            "`@RolesAllowed` and `@DenyAll` have no effect on a Servlet, so whoever relies on them leaves it open.",
            "Use `@ServletSecurity`, or a constraint in `web.xml`."),
    ROLES_ON_LOCATOR(
            8,
            Severity.STOPS_DEPLOYMENT,
            "Role annotations on a sub-resource locator",
            "They have no effect there, nor has that of its class: no server enforces them.",
            "Annotate the class that the locator returns, or its methods, and the locator with `@PermitAll`."),
    INITIALIZER_DID_NOT_RUN(
            9,
            Severity.STOPS_DEPLOYMENT,
            "The library's initializer did not run",
            "Roles are not declared and neither Servlets nor REST are guarded, because the server did not call the"
                    + " library's `ServletContainerInitializer`. An `<absolute-ordering>` in `web.xml` can leave its jar"
                    + " out, and Open Liberty calls none out of the `lib` folder of an EAR. Should the server run the"
                    + " application all the same, each request is answered 500.",
            "Add `<others/>` to the ordering; put the jar into the WAR's `WEB-INF/lib`."),
    NO_SECURITY_DOMAIN(
            10,
            Severity.STOPS_DEPLOYMENT,
            "WildFly gives the application no security domain",
            "Without an Elytron security domain WildFly would not accept the callers of Cognito.",
            "Give the application one: `application-security-domain` of the Undertow subsystem, `other` by default."),
    SWITCHED_OFF(
            11,
            Severity.WARNING,
            "The library is switched off",
            "`cognito.enabled` is `false`: nobody can sign in with Cognito. Role annotations hold all the same.",
            "Remove the key where people are to sign in."),
    KEYS_UNAVAILABLE(
            12,
            Severity.WARNING,
            "A key set cannot be fetched",
            "The keys of a user pool cannot be had, and tokens that need them are answered 503 with `Retry-After`."
                    + " Logged when an outage begins and each time it has gone on twice as long.",
            "See that the server reaches `https://cognito-idp.<region>.amazonaws.com`; where it cannot, pin the keys"
                    + " with `cognito.user-pool.jwks`. A status of 404 means that there is no such user pool: look at"
                    + " `cognito.user-pool.id`. [Keys under fire](keys-under-fire.md) shows what callers"
                    + " notice."),
    OTHER_MECHANISM(
            13,
            Severity.STOPS_DEPLOYMENT,
            "The application has another authentication mechanism",
            "Jakarta Security 3.0 (Jakarta EE 10) knows one mechanism per application; with two, servers choose one, or"
                    + " none. Jakarta Security 4.0 (Jakarta EE 11) knows several, and the library chooses between its"
                    + " own and one more; with further ones the application has to. The other is a bean of type"
                    + " `HttpAuthenticationMechanism`, or a definition of Jakarta's such as"
                    + " `@BasicAuthenticationMechanismDefinition`; the message names it.",
            "Remove it, or `@CognitoAuthenticationMechanismDefinition`; with several on Jakarta EE 11, write an"
                    + " `HttpAuthenticationMechanismHandler` that is an `@Alternative` with a `@Priority`, see"
                    + " [servers](servers.md). Where it is that of another WAR of an EAR, deploy the WARs as applications"
                    + " of their own."),
    UNKNOWN_KEY(
            14,
            Severity.STOPS_DEPLOYMENT,
            "A key below `cognito.` is misspelt",
            "A system property or a source of MicroProfile Config holds a key that does not exist and is close to one"
                    + " that does. A restriction that is misspelt, such as `cognito.required-group`, would silently not"
                    + " hold.",
            "Use the key that the message proposes, or remove the one it names."),
    STRANGE_KEY(
            15,
            Severity.WARNING,
            "A key looks like one of the library's",
            "A key below `cognito.` that resembles none of the library's, or an environment variable that begins with"
                    + " `COGNITO_` and is close to one of them. It has no effect here.",
            "If it was meant for this library, correct it: [the reference](configuration-reference.md) lists all keys."
                    + " Else leave it."),
    QUALIFIERS(
            16,
            Severity.STOPS_DEPLOYMENT,
            "Qualifiers that cannot be used",
            "`qualifiers` of `@CognitoAuthenticationMechanismDefinition` names what is no CDI qualifier, or one with"
                    + " members; or the server has Jakarta Security 3.0 (Jakarta EE 10), where a mechanism with"
                    + " qualifiers is not found, so that nobody could sign in.",
            "Name annotations that are `@Qualifier` and have no members; on Jakarta EE 10 remove them."),
    CDI_LITE(
            17,
            Severity.STOPS_DEPLOYMENT,
            "The container has CDI Lite only",
            "The library is a portable extension, which CDI Full has; so has every Jakarta EE server with the Web"
                    + " Profile. Under CDI Lite it would not be active, and nobody could sign in.",
            "Deploy to a server with CDI Full."),
    SEVERAL_WARS(
            18,
            Severity.STOPS_DEPLOYMENT,
            "Two WARs of an EAR bring the library",
            "An EAR is one application to CDI. On WildFly, and on Payara where it has no EJB jars, the beans of its WARs are"
                    + " kept apart, and each may bring the library; elsewhere some beans of one WAR would be those of the"
                    + " other too, the mechanism among them.",
            "Deploy the WARs as applications of their own, see [servers](servers.md#ears)."),
    SERVERS_MICROPROFILE_JWT(
            20,
            Severity.STOPS_DEPLOYMENT,
            "The server's own MicroProfile JWT is on",
            "A class of the application carries `@LoginConfig(authMethod = \"MP-JWT\")`, or `web.xml` names that method:"
                    + " the server would authenticate callers as well, by settings of its own.",
            "Remove it. Tokens and claims are injected without it; see [claims](claims.md)."),
    CLAIM_NAME(
            21,
            Severity.STOPS_DEPLOYMENT,
            "An injected claim has no name, or two",
            "`@Claim` has neither `value` nor `standard`, or both, and they differ.",
            "Write `@Claim(\"email\")` or `@Claim(standard = Claims.email)`."),
    CLAIM_TYPE(
            22,
            Severity.STOPS_DEPLOYMENT,
            "A claim is injected in a type that is none for claims",
            "MicroProfile JWT knows the types that [claims](claims.md) lists; `Integer`, for one, is not among them.",
            "Use one of those."),
    STALE_CLAIM(
            23,
            Severity.STOPS_DEPLOYMENT,
            "A claim is injected once for many callers",
            "A claim of a type such as `String` is read when it is injected. In a Servlet, an EJB or a bean that is"
                    + " `@ApplicationScoped` or `@SessionScoped`, one caller's claim would be shown to the next.",
            "Inject `ClaimValue`, `Provider` or `Instance` of that type, and read it in each request."),
    NO_REQUEST(
            24,
            Severity.THROWN,
            "A token or claim is read where no request is served",
            "A `CallerRequiredException`: threads of executors, a `ManagedExecutorService` included, have no caller.",
            "Read on the request's own thread, and hand on the values."),
    CLAIM_CONVERSION(
            25,
            Severity.THROWN,
            "A claim is not of the type in which it is injected",
            "A `ClaimConversionException`: the token has, for one, a text where a number is injected. The message names"
                    + " the claim, never its value.",
            "Inject it in the type that the token has, or as `JsonValue`; or correct what writes the claim."),
    UNSERIALIZABLE_CLAIM(
            26,
            Severity.STOPS_DEPLOYMENT,
            "A bean that servers store looks up a claim that cannot be stored",
            "A `@SessionScoped` or `@ConversationScoped` bean has a `Provider` or an `Instance` of an `Optional` or a"
                    + " JSON type injected, which CDI would refuse at each call.",
            "Inject `ClaimValue` of that type."),
    REQUIREMENT_WRONG(
            30,
            Severity.STOPS_DEPLOYMENT,
            "What is required cannot be had",
            "`@RequiresScope` names no scope, or one that no token can hold: with a blank, a quotation mark or a"
                    + " backslash in it, or empty; `@RequiresRecentLogin` no time of whole seconds; or `@RequiresAssurance` a"
                    + " level that `cognito.assurance-levels` does not name.",
            "Name at least one scope, each a string of its own: `{\"orders/read\", \"orders/write\"}`; a time such as"
                    + " `PT5M`; a level of the user pool."),
    REQUIREMENT_MISPLACED(
            31,
            Severity.STOPS_DEPLOYMENT,
            "What is required would not be enforced",
            "`@RequiresScope`, `@RequiresRecentLogin` or `@RequiresAssurance` stands where nobody asks for it: on a"
                    + " Servlet's method, on a sub-resource locator or a class that has one, on a private, static or final"
                    + " method, on an annotation, on an object that is no bean, or above a bean whose method does not"
                    + " inherit it.",
            "Write it where the message says. [Callers](callers.md#scopes) tells where it holds."),
    TWO_TOKEN_STORES(
            32,
            Severity.STOPS_DEPLOYMENT,
            "The application has two token stores",
            "Several CDI beans are of type `TokenStore`, and a session is kept in one; the message names them.",
            "Remove all but one, or none to keep sessions as `cognito.session.token-store` says."),
    SIGN_OUT_FAILED(
            33,
            Severity.WARNING,
            "Cognito could not be told that somebody signed out",
            "The session here has ended; the refresh token, or the user's sessions elsewhere, go on until they expire."
                    + " GlobalSignOut needs the scope `aws.cognito.signin.user.admin` in `cognito.managed-login.scope`.",
            "See that the server reaches the user pool and its domain, and that the app client has token revocation"
                    + " enabled."),
    RANDOM_COOKIE_KEY(
            34,
            Severity.WARNING,
            "Cookies are encrypted with a key made at random",
            "The application accepts `MANAGED_LOGIN` or `FORM`, and `cognito.session.cookie-keys` is not set: sign-ins under way"
                    + " are lost when the process ends, and no other node can finish them.",
            "Set the key, the same on all nodes: `openssl rand -base64 32` makes one. Right as it is for development."),
    TOKENS_TOO_LONG(
            35,
            Severity.ERROR,
            "Somebody's tokens do not fit into cookies",
            "`cognito.session.token-store` is `COOKIE`, and the tokens of somebody, encrypted, take more than browsers"
                    + " keep. Who signs in is answered 500.",
            "Set it to `SESSION`, or have fewer claims in the tokens."),
    UNLISTED_HOST(
            36,
            Severity.WARNING,
            "A sign-in was asked for by a host that is not listed",
            "Whoever sends a request chooses its `Host`, so people sign in only at"
                    + " `cognito.session.base-url`, to a host of `cognito.session.hosts` or to this machine."
                    + " Answered 400; logged the first time, and each time there are twice as many.",
            "Set `cognito.session.base-url` to the address by which people know the application."),
    LOGIN_MISCONFIGURED(
            37,
            Severity.ERROR,
            "The app client does not allow this sign-in",
            "Managed login or its token endpoint refused what the application asked for: a scope or a grant that the"
                    + " app client has not, or another secret. Who signs in is answered 500. A client id or a redirect URI"
                    + " that is not known ends on a page of Cognito's own, and is not logged here. Or the user pool's API"
                    + " refused to sign people in at a form by this app client.",
            "Compare the app client's settings with `cognito.managed-login.*` or, for the form, `cognito.sign-in.*`;"
                    + " the line says what was refused."),
    LOGIN_PAGE_PROTECTED(
            38,
            Severity.ERROR,
            "The page with the form is protected itself",
            "`cognito.form.login-page` or `cognito.form.error-page` names a page that only somebody may see who has signed"
                    + " in already. Who asks for it is answered 401.",
            "Take the page out of the security constraint."),
    CALLER_NOT_FORGOTTEN(
            39,
            Severity.WARNING,
            "What was kept of somebody who signed out could not be dropped",
            "They are signed out, and nothing is issued to them any more. Where the session is away, what they were as a guest"
                    + " may be kept until it expires. A shared cache that is away is told of later: see COG-0080.",
            "See from the stack trace what failed, and that what keeps the sessions is there."),
    OBSERVER_FAILED(
            40,
            Severity.WARNING,
            "An observer of an event failed",
            "A method of the application that observes a `CognitoEvent` threw what the line shows. Nothing follows"
                    + " from it for callers; `@Observes` methods that would have come after it were not called. Logged the"
                    + " first time, and each time there are twice as many failures.",
            "Mend the observer. To refuse tokens, write a `TokenCheck` instead."),
    EVENTS_DROPPED(
            41,
            Severity.WARNING,
            "Asynchronous observers do not keep up",
            "1,000 events wait for `@ObservesAsync` methods, and further ones are dropped for them. Anybody can have"
                    + " tokens refused, and each refusal is an event where one is observed. Logged the first time, and each"
                    + " time twice as many are lost.",
            "Look for a flood of bad tokens; have the observer do less, or observe fewer kinds of events."),
    CHALLENGE_NOT_PUT(
            42,
            Severity.WARNING,
            "Somebody has to give more than a password",
            "Cognito wants a second factor, a new password or something else of a user, and a login of names and passwords,"
                    + " such as HTTP Basic or Jakarta's form, can ask for nothing more: they are refused. Logged for each"
                    + " kind the first time, and each time there are twice as many.",
            "Have such users sign in at managed login or at a [form](login-pages.md); see"
                    + " [passwords](passwords.md#more-than-a-password)."),
    SIGN_IN_UNAVAILABLE(
            43,
            Severity.WARNING,
            "A password could not be put to Cognito",
            "Cognito is not reached, throttles or fails, or its keys cannot be had. The library's own mechanism"
                    + " answers 503; Jakarta's own ones answer as for a wrong password, though the store says no such"
                    + " thing. Logged the first time, and each time there are twice as many.",
            "See that the server reaches `https://cognito-idp.<region>.amazonaws.com`, and whether the account's quota of"
                    + " sign-ins is used up."),
    NOT_REGISTERED(
            50,
            Severity.STOPS_DEPLOYMENT,
            "Soteria has not registered the mechanism",
            "In a servlet container Weld and Soteria are started by initializers of the WAR, in the order in which the"
                    + " container finds their jars. Soteria came before Weld, found no CDI and registered nothing: nobody"
                    + " could sign in.",
            "Name `org.jboss.weld.environment.servlet.EnhancedListener` in"
                    + " `WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer`; see"
                    + " [Tomcat](servers.md#tomcat)."),
    RANDOM_STATE_KEY(
            60,
            Severity.WARNING,
            "Sign-ins under way are encrypted with a key made at random",
            "`CognitoUserPool` is in use, and `cognito.sign-in.state-keys` is not set: who waits for a code when the process"
                    + " ends begins anew, and no other node can go on with it.",
            "Set the key, the same on all nodes: `openssl rand -base64 32` makes one. Right as it is for development."),
    SIGN_IN_MISCONFIGURED(
            61,
            Severity.WARNING,
            "The user pool does not allow this sign-in",
            "The pool refused a sign-in of `CognitoUserPool` for what no person can help: another secret, a flow that"
                    + " the app client does not allow, a trigger whose answer cannot be read. Whoever signs in is refused"
                    + " with `MISCONFIGURED`. Logged the first time, and each time there are twice as many.",
            "Do as the line says. [Sign-in](sign-in.md#flows) tells which setting of the app client each flow needs."),
    NO_SIGN_IN_CLIENT(
            62,
            Severity.STOPS_DEPLOYMENT,
            "It is not told by which app client people sign in",
            "A CDI bean has a `CognitoUserPool` injected, and `cognito.user-pool.client-ids` names several clients. Where"
                    + " something other than a CDI bean asks, this is told at the first use.",
            "Set `cognito.sign-in.client-id`, or `signIn = @SignIn(clientId = ...)`."),
    NO_DEVELOPER_PROVIDER(
            70,
            Severity.STOPS_DEPLOYMENT,
            "The application is to vouch for its callers, and has no name as a provider",
            "A CDI bean is of type `DeveloperUsers`, or has `CognitoDeveloperIdentities` injected, and"
                    + " `cognito.identity-pool.developer.provider` is not set: the bean would silently not be asked. Where"
                    + " something other than a CDI bean asks, this is told at the first use.",
            "Set the key, or `developer = @DeveloperIdentities(provider = ...)`, to the `DeveloperProviderName` of the"
                    + " identity pool; or remove the bean."),
    TWO_DEVELOPER_USERS(
            71,
            Severity.STOPS_DEPLOYMENT,
            "The application has two beans of type `DeveloperUsers`",
            "Several CDI beans say who a caller is to the identity pool, and a caller is one user; the message names"
                    + " them.",
            "Remove all but one."),
    LOGINS_WRONG(
            72,
            Severity.THROWN,
            "The application supplies logins that cannot be right",
            "Beans of type `LoginSource` name a provider twice for one caller, or the user pool, whose ID token the"
                    + " library shows itself, or more logins than the ten that an identity pool takes, or supply no token."
                    + " The message says which.",
            "Correct the bean."),
    SHARED_CACHE_FAILED(
            80,
            Severity.WARNING,
            "The shared cache of credentials fails",
            "The JCache caches of `cognito.identity-pool.shared-cache.name` cannot be had, fail or do not answer in time."
                    + " Callers are served all the same; each node asks AWS for itself, and tries the cache again after some"
                    + " seconds. Logged the first time, and each time there are twice as many failures; once also where more"
                    + " sign-outs wait for the caches than are remembered.",
            "Do as the line says: see that a provider of JCache is there, Payara's data grid is enabled, or the nodes of the"
                    + " cache reach each other. [Shared caches](shared-cache.md) tells what each server needs."),
    SHARED_CACHE_UNREADABLE(
            81,
            Severity.WARNING,
            "Something in the shared cache of credentials cannot be read",
            "It was encrypted with a key that this node has not, written by another version of the library, put into another"
                    + " place, or it is nothing of the library's. It counts as absent. Logged the first time.",
            "Right for some minutes while keys are exchanged. Else give all nodes the same"
                    + " `cognito.identity-pool.shared-cache.keys`, and see who else writes into the caches.");

    private static final Pattern NAMED = Pattern.compile("COG-\\d{4}: .*", Pattern.DOTALL);

    private final String id;
    private final Severity severity;
    private final String title;
    private final String cause;
    private final String remedy;

    Problem(int number, Severity severity, String title, String cause, String remedy) {
        this.id = "COG-%04d".formatted(number);
        this.severity = severity;
        this.title = title;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** {@code COG-} and four digits. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** One line, without a full stop. */
    public String title() {
        return title;
    }

    /** What it means and how it comes about, in Markdown. */
    public String cause() {
        return cause;
    }

    /** What to do about it, in Markdown. */
    public String remedy() {
        return remedy;
    }

    /** The detail behind the id, as every message of this problem reads. */
    public String message(String detail) {
        return id + ": " + detail;
    }

    /** What to throw where this problem lies in the configuration. */
    public CognitoConfigurationException exception(String detail) {
        return new CognitoConfigurationException(message(detail));
    }

    /**
     * Logs at the level of this problem.
     *
     * @param format of {@link java.text.MessageFormat} where there are parameters
     */
    public void log(System.Logger log, String format, Object... parameters) {
        log.log(severity.level(), message(format), parameters);
    }

    /**
     * Logs at the level of this problem, with the stack trace of what went wrong.
     *
     * @param detail as it is to be read
     */
    public void log(System.Logger log, Throwable thrown, String detail) {
        log.log(severity.level(), message(detail), thrown);
    }

    /** Whether a message begins with the id of a problem. */
    static boolean isNamedIn(String message) {
        return NAMED.matcher(message).matches();
    }
}
