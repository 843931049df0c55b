package io.github.cognitoee.emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Arrays;

/** Which package of the emulator may use which: from the front with its server inwards, never back. */
@AnalyzeClasses(packages = "io.github.cognitoee.emulator", importOptions = ImportOption.DoNotIncludeTests.class)
class EmulatorArchitectureTest {

    private static final String INTERNAL = "io.github.cognitoee.emulator.internal.";
    private static final String[] LIBRARIES = {"java..", "org.jspecify..", "com.fasterxml.jackson..", "javax.crypto.."};

    @ArchTest
    static final ArchRule theProtocolKnowsNoService = classes()
            .that()
            .resideInAPackage(INTERNAL + "json")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "json"));

    @ArchTest
    static final ArchRule proofsOfPasswordsKnowNobody = classes()
            .that()
            .resideInAPackage(INTERNAL + "srp")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "srp"));

    @ArchTest
    static final ArchRule theStateKnowsNoOperations = classes()
            .that()
            .resideInAPackage(INTERNAL + "pool")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "json", INTERNAL + "srp", INTERNAL + "pool"));

    @ArchTest
    static final ArchRule policiesKnowNobody = classes()
            .that()
            .resideInAPackage(INTERNAL + "iam")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "iam"));

    @ArchTest
    static final ArchRule samlKnowsNobody = classes()
            .that()
            .resideInAPackage(INTERNAL + "saml")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "saml", "javax.xml..", "org.w3c.dom..", "org.xml.sax.."));

    @ArchTest
    static final ArchRule passkeysKnowNoOperations = classes()
            .that()
            .resideInAPackage(INTERNAL + "passkey")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "json", INTERNAL + "pool", INTERNAL + "passkey", "com.webauthn4j.."));

    @ArchTest
    static final ArchRule triggersKnowNoOperations = classes()
            .that()
            .resideInAPackage(INTERNAL + "trigger")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "json", INTERNAL + "pool", INTERNAL + "trigger"));

    @ArchTest
    static final ArchRule operationsKnowNoServer = classes()
            .that()
            .resideInAPackage(INTERNAL + "idp")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    INTERNAL + "json",
                    INTERNAL + "srp",
                    INTERNAL + "pool",
                    INTERNAL + "trigger",
                    INTERNAL + "passkey",
                    INTERNAL + "idp"));

    @ArchTest
    static final ArchRule oauthKnowsNoServer = classes()
            .that()
            .resideInAPackage(INTERNAL + "oauth")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "json", INTERNAL + "pool", INTERNAL + "trigger", INTERNAL + "oauth"));

    @ArchTest
    static final ArchRule pagesKnowNoServer = classes()
            .that()
            .resideInAPackage(INTERNAL + "login")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    INTERNAL + "json",
                    INTERNAL + "pool",
                    INTERNAL + "trigger",
                    INTERNAL + "idp",
                    INTERNAL + "oauth",
                    INTERNAL + "html",
                    INTERNAL + "federation",
                    INTERNAL + "login"));

    @ArchTest
    static final ArchRule federationKnowsNoServer = classes()
            .that()
            .resideInAPackage(INTERNAL + "federation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(INTERNAL + "pool", INTERNAL + "federation", "com.nimbusds.."));

    /** It is made from the configuration, and hands out credentials that are told apart; no more of the front. */
    @ArchTest
    static final ArchRule identityPoolsKnowNoServerAndNoUserPools = classes()
            .that()
            .resideInAPackage(INTERNAL + "identity")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(with(
                            INTERNAL + "json",
                            INTERNAL + "jwt",
                            INTERNAL + "iam",
                            INTERNAL + "saml",
                            INTERNAL + "identity",
                            "com.nimbusds.."))
                    .or(belongToAnyOf(EmulatorConfig.class, IssuedCredentials.class)));

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideInAPackage(INTERNAL + ".")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static String[] with(String... own) {
        String[] all = Arrays.copyOf(LIBRARIES, LIBRARIES.length + own.length);
        System.arraycopy(own, 0, all, LIBRARIES.length, own.length);
        return all;
    }
}
