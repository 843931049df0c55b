package io.github.cognitoee;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may use which: the arrows of the design, held by the build. */
@AnalyzeClasses(packages = "io.github.cognitoee", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTERNAL = "io.github.cognitoee.internal.";

    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(INTERNAL + ".")
            .layer("cdi")
            .definedBy(INTERNAL + "cdi")
            .layer("server")
            .definedBy(INTERNAL + "server")
            .layer("mechanism")
            .definedBy(INTERNAL + "mechanism")
            .layer("store")
            .definedBy(INTERNAL + "store")
            .layer("session")
            .definedBy(INTERNAL + "session")
            .layer("userpool")
            .definedBy(INTERNAL + "userpool")
            .layer("identitypool")
            .definedBy(INTERNAL + "identitypool")
            .layer("signing")
            .definedBy(INTERNAL + "signing")
            .layer("claims")
            .definedBy(INTERNAL + "claims")
            .layer("caller")
            .definedBy(INTERNAL + "caller")
            .layer("jwt")
            .definedBy(INTERNAL + "jwt")
            .layer("cipher")
            .definedBy(INTERNAL + "cipher")
            .layer("config")
            .definedBy(INTERNAL + "config")
            .layer("security4")
            .definedBy(INTERNAL + "security4")
            .whereLayer("security4")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cdi")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("identitypool")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("signing")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("mechanism")
            .mayOnlyBeAccessedByLayers("cdi", "server", "security4")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cdi", "mechanism")
            .whereLayer("userpool")
            .mayOnlyBeAccessedByLayers("cdi", "mechanism", "store", "session")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("cdi", "server", "mechanism")
            .whereLayer("claims")
            .mayOnlyBeAccessedByLayers("cdi", "server")
            .whereLayer("caller")
            .mayOnlyBeAccessedByLayers("cdi", "server", "mechanism", "store", "session", "identitypool", "claims")
            .whereLayer("jwt")
            .mayOnlyBeAccessedByLayers("cdi", "server", "mechanism", "store", "session", "userpool", "caller")
            .whereLayer("cipher")
            .mayOnlyBeAccessedByLayers("session", "userpool", "store", "identitypool")
            .ensureAllClassesAreContainedInArchitectureIgnoring(
                    "io.github.cognitoee",
                    "io.github.cognitoee.event",
                    "io.github.cognitoee.spi",
                    "io.github.cognitoee.userpool");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.cognitoee.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theApiKnowsNoImplementation = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.cognitoee",
                    "io.github.cognitoee.event",
                    "io.github.cognitoee.spi",
                    "io.github.cognitoee.userpool")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL + ".");

    /**
     * What REST itself loads may; all the rest also runs in servlet containers, which have none of these. An annotation whose
     * type is missing, as on {@code CognitoException}, is none.
     */
    @ArchTest
    static final ArchRule restIsForThoseWhoHaveIt = noClasses()
            .that()
            .haveNameNotMatching(".*[.](Rest(Security|Error)Feature|Rest(Security|Requirement)Filter|RestAnswer"
                    + "|Insufficient(Scope|Authentication)Mapper|CognitoUnavailableMapper|SignedInContext|CognitoException"
                    + "|signing[.](Awaited|Signed|Signing).*)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.ejb..", "jakarta.security.jacc..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule microProfileRestClientIsForThoseWhoHaveIt = noClasses()
            .that()
            .doNotHaveSimpleName("SignedRestClients")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.rest..");

    @ArchTest
    static final ArchRule plainJavaStaysPlain = noClasses()
            .that()
            .resideInAnyPackage(INTERNAL + "jwt", INTERNAL + "cipher", INTERNAL + "config", INTERNAL + "userpool")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

    /** The servers of Jakarta EE 10 lack them. */
    @ArchTest
    static final ArchRule typesOfSecurityFourStayInTheirPackage = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + "security4")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "jakarta\\.security\\.enterprise\\..*(MechanismHandler|InMemoryIdentityStoreDefinition|Definition[$]).*");

    @ArchTest
    static final ArchRule methodsOfSecurityFourStayInTheirPackage = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + "security4")
            .should()
            .callMethodWhere(target(owner(resideInAPackage("jakarta.security.enterprise..")))
                    .and(target(nameMatching("qualifiers|getAllDeclaredCallerRoles"))));

    @ArchTest
    static final ArchRule awsClientsStayAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(INTERNAL + "identitypool", INTERNAL + "userpool")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services..");

    /** It is loaded where an application shares credentials, and may be absent elsewhere. */
    @ArchTest
    static final ArchRule jcacheIsKnownToOneClass = noClasses()
            .that()
            .haveNameNotMatching(".*[.]JCacheStores([$].*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.cache..");

    @ArchTest
    static final ArchRule logsGoToTheServersLog = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "org.jboss.logging..", "java.util.logging..", "java.net.http..");

    @ArchTest
    static final ArchRule exceptionsOfOursHaveOneRoot = classes()
            .that()
            .resideInAPackage("io.github.cognitoee")
            .and()
            .areAssignableTo(RuntimeException.class)
            .should()
            .beAssignableTo(CognitoException.class);

    @ArchTest
    static void fewTypesOfTheImplementationArePublic(JavaClasses imported) {
        long all =
                imported.stream().filter(ArchitectureTest::isTopLevelInternal).count();
        long open = imported.stream()
                .filter(ArchitectureTest::isTopLevelInternal)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(open * 100 / all)
                .as("%d public of %d internal types", open, all)
                .isLessThan(40);
    }

    private static boolean isTopLevelInternal(JavaClass type) {
        return type.isTopLevelClass()
                && type.getPackageName().startsWith(INTERNAL)
                && !type.getSimpleName().equals("package-info");
    }
}
