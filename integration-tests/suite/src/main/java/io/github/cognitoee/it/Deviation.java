package io.github.cognitoee.it;

import io.github.cognitoee.it.harness.Server;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that is otherwise on some server than the suite expects. {@link Deviations} has each of these tests run there too,
 * and fail in the way that is told here: neither a new failure nor a server that has mended its ways goes unnoticed. Only
 * classes whose WAR the server does not deploy are left out.
 */
enum Deviation {
    FOREIGN_DESCRIPTOR(
            EnumSet.complementOf(EnumSet.of(Server.WILDFLY, Server.WILDFLY_PREVIEW, Server.OPEN_LIBERTY)),
            NoMicroProfileConfigIT.class,
            "systemPropertiesAreAskedInstead",
            "cognito.endpoint from system property",
            "keeps its MicroProfile Config",
            "the WAR's jboss-deployment-structure.xml is for WildFly alone"),

    NO_MICROPROFILE_CONFIG(
            EnumSet.of(Server.OPEN_LIBERTY),
            ConfigurationIT.class,
            "theLogNamesTheSources",
            "cognito\\.required-groups from MicroProfile Config",
            "has no MicroProfile Config under webProfile-10.0 alone",
            "the library reads the WAR's microprofile-config.properties itself, and names that as the source"),

    EARS(
            EnumSet.of(Server.PAYARA_MICRO),
            EarsIT.class,
            "",
            "",
            "takes no EAR",
            "it answers: archive type was not recognized"),

    NO_REST_CLIENT(
            EnumSet.of(Server.OPEN_LIBERTY),
            SignedRestClientIT.class,
            "",
            "",
            "has no MicroProfile REST Client under webProfile-10.0 alone",
            "mpRestClient-3.0 is a feature of its own"),

    LIBRARY_OF_THE_EAR(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            EarsIT.class,
            "theLibraryMayLieInTheEarItself",
            "Error 403: AuthenticationFailed",
            "answers 403 to everybody where the library lies in the EAR's lib folder, and its log says COG-0009",
            "it calls no initializers from there"),

    ONE_DEFINITION_IN_AN_EAR(
            EnumSet.of(
                    Server.WILDFLY,
                    Server.WILDFLY_PREVIEW,
                    Server.OPEN_LIBERTY,
                    Server.OPEN_LIBERTY_MP_JWT,
                    Server.GLASSFISH_7,
                    Server.GLASSFISH_8),
            EarsIT.class,
            "oneLibraryServesTwoWars",
            "the log says [COG-0006",
            "makes one CDI container of an EAR, in which a library in the EAR's lib folder sees the definitions of all"
                    + " WARs",
            "the library refuses more than one: COG-0006"),

    WARS_SEE_EACH_OTHER(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            EarsIT.class,
            "eachWarMayBringTheLibrary",
            "the log says [COG-0018",
            "lets the WARs of an EAR see each other's beans",
            "the library refuses to be in two of them: COG-0018"),

    WARS_SEE_EACH_OTHER_BESIDE_EJBS(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT, Server.PAYARA_SERVER),
            EarsIT.class,
            "eachWarMayBringTheLibraryBesideEjbJars",
            "the log says [COG-0018",
            "lets the WARs of an EAR that has EJB jars see each other's beans",
            "the library refuses to be in two of them: COG-0018"),

    SAME_JAR_TWICE(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            EarsIT.class,
            "eachWarMayBringTheLibrary",
            "the log says [WELD-000163",
            "refuses an EAR with the same library in two of its WARs before the library can: WELD-000163",
            "it gives both jars one name"),

    SAME_JAR_TWICE_BESIDE_EJBS(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            EarsIT.class,
            "eachWarMayBringTheLibraryBesideEjbJars",
            "the log says [WELD-000163",
            "refuses an EAR with the same library in two of its WARs before the library can: WELD-000163",
            "it gives both jars one name"),

    WARS_SHARE_A_MECHANISM(
            EnumSet.of(Server.WILDFLY, Server.WILDFLY_PREVIEW, Server.GLASSFISH_7, Server.GLASSFISH_8),
            EarsIT.class,
            "aWarWithoutTheLibraryGoesOnBesideIt",
            "[the plain WAR's answer] \nexpected: 200\n but was: 500",
            "answers 500 to each request of a WAR without a mechanism beside one that has one",
            "its Soteria finds one in the EAR, and then none in the WAR; the WAR with the library goes on"),

    WARS_SHARE_A_MECHANISM_BESIDE_EJBS(
            EnumSet.of(
                    Server.WILDFLY,
                    Server.WILDFLY_PREVIEW,
                    Server.GLASSFISH_7,
                    Server.GLASSFISH_8,
                    Server.PAYARA_SERVER),
            EarsIT.class,
            "aWarWithoutTheLibraryGoesOnBesideItAndEjbJars",
            "[the plain WAR's answer] \nexpected: 200\n but was: 500",
            "answers 500 to each request of a WAR without a mechanism beside one that has one",
            "its Soteria finds one in the EAR, and then none in the WAR; the WAR with the library goes on"),

    MECHANISM_OF_ANOTHER_WAR(
            EnumSet.of(Server.WILDFLY, Server.WILDFLY_PREVIEW, Server.GLASSFISH_7, Server.GLASSFISH_8),
            EarsIT.class,
            "aWarWithAFormOfItsOwnGoesOnBesideIt",
            "the log says [COG-0002, COG-0013",
            "has the mechanism that it makes of a definition of Jakarta's be one of all WARs of an EAR",
            "the library refuses that: COG-0013"),

    MECHANISM_OF_ANOTHER_WAR_TOLD_BY_THE_SERVER(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            EarsIT.class,
            "aWarWithAFormOfItsOwnGoesOnBesideIt",
            "the log says [CWWKS1925E",
            "refuses an EAR with two mechanisms before the library can: CWWKS1925E",
            "its message names both"),

    SESSION_CLAIMS(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            SessionClaimsIT.class,
            "",
            "",
            "deploys no WAR with claims in a session scoped bean",
            "its own MicroProfile JWT, which no setting of a WAR switches off, refuses them"),

    CLAIM_OUTLIVES_REQUEST(
            EnumSet.of(Server.OPEN_LIBERTY_MP_JWT, Server.GLASSFISH_7, Server.GLASSFISH_8),
            ClaimMistakesIT.class,
            "claimsThatCannotBeInjectedThereStopTheDeployment",
            "refused: true; times that the log says: io.github.cognitoee.it.mistakes.",
            "refuses a WAR with claims in beans of a longer life before the library can",
            "its own MicroProfile JWT looks at injection points as well, and names the first such bean"),

    SECOND_MECHANISM(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            OneMechanismIT.class,
            "aMechanismOfTheApplicationBesideTheDefinitionIsNamed",
            "refused: true; times that the log says: COG-0013: ",
            "refuses a WAR with two mechanisms before the library can: CWWKS1925E",
            "its message names both"),

    SECOND_MECHANISM_OF_JAKARTA(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            OneMechanismIT.class,
            "aMechanismOfJakartaBesideTheDefinitionIsNamed",
            "refused: true; times that the log says: COG-0013: ",
            "refuses a WAR with two mechanisms before the library can: CWWKS1925E",
            "its message names both"),

    COLON_IN_A_PATH(
            EnumSet.of(Server.GLASSFISH_7),
            SignedIT.class,
            "aColonInThePathIsSignedAsItIsSent",
            "expected: 200\n but was: 500",
            "answers 500 where there is a colon in the path of an application with an authentication mechanism",
            "its Jakarta Authorization takes the path for a list of patterns, before the mechanism is asked"),

    COMMON_POOL(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            CredentialsIT.class,
            "threadThatServesNoRequestHasNoCaller",
            "WELD-000229",
            "lets no bean be called on the threads of the JVM's common pool: WELD-000229",
            "those threads have no class loader by which it would know the application",
            "fork-join"),

    FORK_JOIN_POOL(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            ThreadsIT.class,
            "",
            "WELD-000229",
            "lets no bean be called on the threads of a ForkJoinPool: WELD-000229",
            "those threads have no class loader by which it would know the application",
            "api/threads/fork-join/"),

    ASYNC_START(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            ThreadsIT.class,
            "",
            "[\"caller\"=\"nobody\"]",
            "at times lets no bean be called on the thread that AsyncContext.start takes: WELD-000229",
            "that thread may have no class loader by which it would know the application",
            "async-start/") {
        @Override
        boolean isCertain() {
            return false;
        }

        /** That somebody is named there would be worse than that nobody can be. */
        @Override
        boolean explains(Throwable failure) {
            return super.explains(failure)
                    && !SOMEBODY.matcher(failure.getMessage()).find();
        }
    },

    KEPT_APPLICATIONS(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            RedeploysIT.class,
            "neitherDoesTheServerKeepApplicationsByItself",
            "generations left: ",
            "keeps undeployed applications that have nothing of the library: six of six",
            "listeners of its deployer (7) and thread-locals of its Jersey on the threads that deploy (8) hold on to"
                    + " them"),

    KEPT_APPLICATIONS_WITH_LIBRARY(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            RedeploysIT.class,
            "nothingOfTheLibraryStaysBehind|norDoesAnythingOfTheClassicFlow",
            "generations left: ",
            "keeps undeployed applications: each of them, as it does without the library",
            "beside the same causes its MicroProfile Config holds on to applications that read it;"
                    + " threads and connections of the library are gone there, too"),

    NO_STORE_WAS_ASKED(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            FirstStoreIT.class,
            "nobodyComesIn",
            "but was: 403",
            "answers 403 where the mechanism fails, and others answer 500",
            "its log has the reason: no Cognito identity store was asked"),

    NAME_WITHOUT_CALLER(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            JakartaLoginIT.class,
            "byTheFormPeopleComeToThePageThatTheyAskedForAndStaySignedIn|byTheCustomFormPeopleComeToThePageThatTheyAskedFor"
                    + "|whoSignsOutOfTheFormIsOut|theSessionOfTheFormEndsWithItsTokens",
            "member alice, to Cognito nobody",
            "keeps the name and the groups of whom Jakarta's form signs in, and not the caller that the store gave",
            "@RolesAllowed holds, CognitoCaller is nobody, and the session lasts as long as the server says; the library's"
                    + " own form has none of that"),

    NAME_WITHOUT_CREDENTIALS(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            JakartaLoginIT.class,
            "underBasicAGoodPasswordIsTheCallerAsByAToken",
            "Another mechanism or identity store of the application signed alice in",
            "keeps the name and the groups of whom Jakarta's Basic signs in, and not the caller that the store gave",
            "so that nobody is there for whom AWS would be asked; the library's own Basic has none of that"),

    SESSION_OF_ANOTHER(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            LeaversIT.class,
            "guestOfAnotherNodeIsLeftBehindAtTheSignIn|whoComesToTheBrowserAfterwardsIsAnotherGuest",
            "SESN0008E",
            "keeps a session to whom it saw there first: SESN0008E for whoever comes with its cookie and no token",
            "so a guest who came back to it would have nothing of the caller's"),

    NAME_WITHOUT_SCOPES(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            JakartaLoginIT.class,
            "underBasicGroupsAreRolesAndScopesThoseOfASignIn",
            "but was: 403",
            "keeps the name and the groups of whom Jakarta's Basic signs in, and not the scopes",
            "@RequiresScope refuses them; the library's own Basic has none of that"),

    NO_CHALLENGE_WHERE_NOBODY_JUDGES(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            JakartaLoginIT.class,
            "underBasicNobodyIsSignedInWhileCognitoCannotBeAskedAndTheLogSaysSo",
            "but was: 403",
            "answers 403 under Jakarta's Basic while Cognito cannot be asked, and others ask for a password again",
            "nobody comes in, and the log has the reason: COG-0043"),

    CUSTOM_FORM_LEADS_AWAY(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            JakartaLoginIT.class,
            "byTheCustomFormTheCallerIsThereInTheRequestOfTheSignIn",
            "SRVE0190E",
            "leads who signs in by Jakarta's custom form to the root of the application, where they asked for no page",
            "it does so itself, after the form's own answer"),

    NO_SAME_SITE(
            EnumSet.of(
                    Server.PAYARA_MICRO,
                    Server.PAYARA_SERVER,
                    Server.WILDFLY_PREVIEW,
                    Server.GLASSFISH_7,
                    Server.GLASSFISH_8),
            ManagedLoginIT.class,
            "theSessionsCookieStaysWithThisSite",
            "SameSite=Lax",
            "does not write SameSite for the cookie of its session",
            "most browsers take Lax for granted; what changes something is refused by Origin and Fetch Metadata all the"
                    + " same, and on Payara glassfish-web.xml of the WAR may set cookieSameSite"),

    NO_SAME_SITE_AT_A_FORM(
            EnumSet.of(
                    Server.PAYARA_MICRO,
                    Server.PAYARA_SERVER,
                    Server.WILDFLY_PREVIEW,
                    Server.GLASSFISH_7,
                    Server.GLASSFISH_8),
            FormIT.class,
            "theSessionsCookieStaysWithThisSite",
            "SameSite=Lax",
            "does not write SameSite for the cookie of its session",
            "as where people sign in at managed login"),

    INITIALIZER_LEFT_OUT_OF_LITTLE(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            RefusedDeploymentsIT.class,
            "anOrderingThatLeavesTheInitializerOutIsTold",
            "[answer of left-out] \nexpected: 404\n but was: 500",
            "deploys a WAR of nothing but a definition whose empty absolute-ordering leaves the initializer out",
            "it tells nobody of the start of such a WAR; one with Servlets, REST and EJBs it refuses, as others do"),

    INITIALIZER_LEFT_OUT(
            EnumSet.of(Server.PAYARA_MICRO, Server.PAYARA_SERVER),
            RefusedDeploymentsIT.class,
            "anOrderingThatLeavesTheInitializerOutIsTold",
            "[answer of left-out] \nexpected: 404\n but was: 500",
            "deploys a WAR whose empty absolute-ordering leaves the initializer out, and answers 500",
            "it tells nobody of the start who could stop it; the mechanism refuses each request instead"),

    KEPT_APPLICATIONS_WITH_MECHANISM(
            EnumSet.of(Server.GLASSFISH_7, Server.GLASSFISH_8),
            RedeploysIT.class,
            "norThoseThatHaveAMechanismOfTheirOwn",
            "generations left: ",
            "keeps undeployed applications that have nothing of the library: six of six",
            "whether they have a mechanism or not"),

    APPLICATIONS_KEPT(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            RedeploysIT.class,
            "nothingOfTheLibraryStaysBehind|norDoesAnythingOfTheClassicFlow",
            "generations left: ",
            "keeps each application that has an authentication mechanism, until it is restarted",
            "its ModulePropertiesUtils holds the mechanism of every module that it ever asked"),

    MECHANISMS_KEPT(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            RedeploysIT.class,
            "norThoseThatHaveAMechanismOfTheirOwn",
            "generations left: ",
            "keeps each application that has an authentication mechanism, until it is restarted",
            "so it does without the library, with a mechanism that does nothing"),

    SHORT_LIVED_THREAD_LOCALS(
            EnumSet.of(Server.PAYARA_SERVER),
            RedeploysIT.class,
            "clientsOfTheAwsSdkThatReadXmlKeepApplications",
            "to be greater than:\n  2",
            "keeps no application that the AWS SDK's XML parser is left in",
            "why was not looked into; it may be that its threads end, or are cleaned, when an application does"),

    FEW_THREAD_LOCALS(
            EnumSet.of(Server.OPEN_LIBERTY, Server.OPEN_LIBERTY_MP_JWT),
            RedeploysIT.class,
            "clientsOfTheAwsSdkThatReadXmlKeepApplications",
            "to be greater than:\n  2",
            "at times keeps fewer applications that the AWS SDK's XML parser is left in",
            "that is as many as the threads that happened to serve them") {
        @Override
        boolean isCertain() {
            return false;
        }
    };

    private static final Pattern SOMEBODY = Pattern.compile("\"caller\"=\"(?!nobody\")");

    private final Set<Server> servers;
    private final Class<?> test;
    private final Set<String> methods;
    private final String seen;
    private final String instead;
    private final String why;
    private final Set<String> arguments;

    /**
     * @param methods those of the test, with a bar between them; blank for all of the class that take one of the arguments,
     *     and without arguments for the whole class, whose WAR the server does not deploy
     * @param seen what the test's failure says
     * @param instead what the server does
     * @param why the reason, and what the library does about it
     * @param arguments the first arguments with which the test deviates; all, where none is named
     */
    Deviation(
            Set<Server> servers,
            Class<?> test,
            String methods,
            String seen,
            String instead,
            String why,
            String... arguments) {
        this.servers = servers;
        this.test = test;
        this.methods = Set.of(methods.split("\\|"));
        this.seen = seen;
        this.instead = instead;
        this.why = why;
        this.arguments = Set.of(arguments);
    }

    /** That of a whole test class on one server: its WAR is not deployed. */
    static Optional<Deviation> of(Server server, Class<?> test) {
        return of(server, test, "", List.of());
    }

    /** That of one test with these arguments on one server. */
    static Optional<Deviation> of(Server server, Class<?> test, String method, List<?> arguments) {
        return Arrays.stream(values())
                .filter(deviation -> deviation.servers.contains(server)
                        && deviation.test == test
                        && deviation.concerns(method, arguments))
                .findFirst();
    }

    private boolean concerns(String tested, List<?> given) {
        boolean sameMethod = methods.contains(tested) || methods.contains("") && !arguments.isEmpty();
        return sameMethod
                && (arguments.isEmpty() || !given.isEmpty() && arguments.contains(String.valueOf(given.get(0))));
    }

    /** Whether the server deviates each time. */
    boolean isCertain() {
        return true;
    }

    /** Whether the test failed as it is told here. */
    boolean explains(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(seen);
    }

    @Override
    public String toString() {
        return name() + ": this server " + instead + "; " + why;
    }
}
