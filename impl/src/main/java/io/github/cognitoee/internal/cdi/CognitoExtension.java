package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoDeveloperIdentities;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.Dispatches;
import io.github.cognitoee.internal.caller.InjectedCaller;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SettingsReader;
import io.github.cognitoee.internal.identitypool.GuestUse;
import io.github.cognitoee.internal.identitypool.IdentityPoolProducer;
import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import io.github.cognitoee.internal.server.InitializerProof;
import io.github.cognitoee.internal.server.RequirementCheck;
import io.github.cognitoee.internal.server.RequirementInterceptor;
import io.github.cognitoee.internal.server.RolesByRequest;
import io.github.cognitoee.internal.session.InjectedSession;
import io.github.cognitoee.internal.signing.SignatureTerms;
import io.github.cognitoee.internal.signing.SignedFeatureProducer;
import io.github.cognitoee.internal.store.CognitoIdentityStore;
import io.github.cognitoee.internal.store.OwnIdentityStores;
import io.github.cognitoee.internal.store.WarIdentityStoreHandler;
import io.github.cognitoee.spi.DeveloperUsers;
import io.github.cognitoee.spi.LoginSource;
import io.github.cognitoee.spi.TokenCheck;
import io.github.cognitoee.spi.TokenStore;
import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Plugs Cognito into the application that carries a {@link CognitoAuthenticationMechanismDefinition}, or a {@link
 * CognitoIdentityStoreDefinition}: registers the mechanism where that is defined, the identity store and what applications
 * inject. Without exactly one definition the application is not deployed, unless {@code cognito.enabled=false}.
 */
public class CognitoExtension implements Extension {

    /** Registered as annotated types: Open Liberty ignores an authentication mechanism that is a synthetic bean. */
    private static final List<Class<?>> AUTHENTICATION =
            List.of(CognitoIdentityStore.class, VerificationProducer.class);

    /** What applications inject is there also where the library is switched off; nobody is signed in then. */
    private static final List<Class<?>> ALWAYS = List.of(
            ActivationProducer.class,
            RequestCaller.class,
            Dispatches.class,
            InitializerProof.class,
            CurrentCaller.class,
            InjectedCaller.class,
            InjectedSession.class,
            RequirementCheck.class,
            IdentityPoolProducer.class,
            UserPoolProducer.class);

    private static final System.Logger LOG = System.getLogger(CognitoExtension.class.getName());

    private final OwnModule own = new OwnModule(CognitoExtension.class);
    private final SeveralWars severalWars = new SeveralWars(own);
    private final Definitions definitions = new Definitions();
    private final OtherMechanisms otherMechanisms = new OtherMechanisms(SecurityFour.isPresent());
    private final NamedBeans namedBeans = new NamedBeans();
    private final BeansOfType<TokenCheck> tokenChecks = new BeansOfType<>(TokenCheck.class);
    private final BeansOfType<TokenStore> tokenStores = new BeansOfType<>(TokenStore.class);
    private final BeansOfType<LoginSource> loginSources = new BeansOfType<>(LoginSource.class);
    private final BeansOfType<DeveloperUsers> developerUsers = new BeansOfType<>(DeveloperUsers.class);

    /** Looked up here, because WildFly's later threads have no context class loader. */
    private final SettingsReader reader;

    private final Queue<CognitoConfigurationException> problems = new ConcurrentLinkedQueue<>();
    private final boolean enabled;
    private final UsedFeatures used = new UsedFeatures();
    private final Set<Class<?>> beanClasses = ConcurrentHashMap.newKeySet();
    private final EventObservers eventObservers = new EventObservers();
    private Optional<CognitoSettings> settings = Optional.empty();

    /** For the container. */
    public CognitoExtension() {
        this(new SettingsReader(ConfigSources.of(CognitoExtension.class.getClassLoader())));
    }

    CognitoExtension(SettingsReader reader) {
        this.reader = reader;
        this.enabled = isEnabled();
    }

    /** A wrong value is told with the other problems: out of here, servers show no message. */
    private boolean isEnabled() {
        try {
            return reader.enabled();
        } catch (CognitoConfigurationException e) {
            problems.add(e);
            return true;
        }
    }

    /** Guards beans also where the library is switched off: nobody is signed in then. */
    void registerInterceptors(@Observes BeforeBeanDiscovery event, BeanManager beanManager) {
        RequirementInterceptor.ALL.forEach(
                type -> event.addAnnotatedType(beanManager.createAnnotatedType(type), own.idOf(type)));
    }

    void registerDecorator(@Observes BeforeBeanDiscovery event, BeanManager beanManager) {
        if (enabled && RolesByRequest.areNeeded(Runtime.version()) && !SecurityFour.isPresent()) {
            event.addAnnotatedType(
                    beanManager.createAnnotatedType(RolesByRequest.class), own.idOf(RolesByRequest.class));
        }
    }

    void noteBean(@Observes ProcessManagedBean<?> event) {
        beanClasses.add(event.getAnnotatedBeanClass().getJavaClass());
    }

    /**
     * smallrye-jwt is used as a library; its own beans break injection of {@code Principal} on some servers. Those of
     * a server's own copy are left to it where the library is switched off.
     */
    <T> void vetoForeignBeans(
            @Observes @WithAnnotations({ApplicationScoped.class, RequestScoped.class, Dependent.class})
                    ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (type.getName().startsWith("io.smallrye.jwt.") && (enabled ? own.has(type) : cameWithTheLibrary(type))) {
            event.veto();
        }
    }

    private static boolean cameWithTheLibrary(Class<?> type) {
        return type.getClassLoader() == CognitoExtension.class.getClassLoader();
    }

    <T> void collectDefinitions(
            @Observes
                    @WithAnnotations({
                        CognitoAuthenticationMechanismDefinition.class,
                        CognitoIdentityStoreDefinition.class,
                        CognitoIdentityPoolDefinition.class
                    })
                    ProcessAnnotatedType<T> event) {
        definitions.collect(event.getAnnotatedType().getJavaClass());
    }

    void registerBeans(@Observes AfterTypeDiscovery event) {
        ALWAYS.forEach(type -> event.addAnnotatedType(type, own.idOf(type)));
        if (RestClients.arePresent()) {
            event.addAnnotatedType(SignedFeatureProducer.class, own.idOf(SignedFeatureProducer.class));
        }
        if (!enabled || !(definitions.hasMechanism() || definitions.hasStore())) {
            return;
        }
        AUTHENTICATION.forEach(type -> event.addAnnotatedType(type, own.idOf(type)));
        if (definitions.hasMechanism()) {
            registerMechanism(event);
        }
        if (severalWars.needStoreHandler()) {
            registerAlternative(WarIdentityStoreHandler.class, event);
        }
    }

    private void registerMechanism(AfterTypeDiscovery event) {
        List<Annotation> qualifiers = qualifiers();
        AnnotatedTypeConfigurator<?> mechanism = event.addAnnotatedType(
                CognitoAuthenticationMechanism.class, own.idOf(CognitoAuthenticationMechanism.class));
        qualifiers.forEach(mechanism::add);
        if (otherMechanisms.needHandler(!qualifiers.isEmpty())) {
            registerAlternative(SecurityFour.ownHandler(), event);
        }
    }

    /** Its priority alone does not select it everywhere: the type is added after those that are looked at. */
    private void registerAlternative(Class<?> type, AfterTypeDiscovery event) {
        event.addAnnotatedType(type, own.idOf(type));
        if (!event.getAlternatives().contains(type)) {
            event.getAlternatives().add(type);
        }
    }

    /** None where they cannot be used, which is told with the other problems. */
    private List<Annotation> qualifiers() {
        try {
            List<Annotation> qualifiers =
                    definitions.qualifiers().stream().map(QualifierLiteral::of).toList();
            if (!qualifiers.isEmpty() && !SecurityFour.isPresent()) {
                throw Problem.QUALIFIERS.exception("@CognitoAuthenticationMechanismDefinition has qualifiers, and this"
                        + " server has Jakarta Security 3.0, where a mechanism with qualifiers is not found; remove them,"
                        + " or deploy to a server with Jakarta EE 11");
            }
            return qualifiers;
        } catch (CognitoConfigurationException e) {
            problems.add(e);
            return List.of();
        }
    }

    <T> void collectOtherMechanisms(
            @Observes
                    @WithAnnotations({
                        BasicAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        OpenIdAuthenticationMechanismDefinition.class
                    })
                    ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (own.has(type)) {
            otherMechanisms.collect(type);
        } else {
            otherMechanisms.collectBeside(type);
        }
    }

    /** The scopes that a mechanism, or a handler of mechanisms, may have. */
    <T> void collectMechanismClasses(
            @Observes
                    @WithAnnotations({
                        ApplicationScoped.class,
                        SessionScoped.class,
                        RequestScoped.class,
                        Dependent.class,
                        Alternative.class
                    })
                    ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        severalWars.collectClass(type);
        if (own.has(type)) {
            otherMechanisms.collectClass(type);
        }
    }

    <T> void collectBeans(@Observes ProcessBean<T> event) {
        boolean made = event instanceof ProcessSyntheticBean; // of which WAR nobody can tell
        if (!made && !own.has(event.getBean().getBeanClass())) {
            return;
        }
        otherMechanisms.collect(event.getBean(), made);
        severalWars.collect(event.getBean(), made);
        namedBeans.collect(event.getBean());
        tokenChecks.collect(event.getBean());
        tokenStores.collect(event.getBean());
        loginSources.collect(event.getBean());
        developerUsers.collect(event.getBean());
    }

    /** What is wrong with the definitions is told before the container complains of beans that are missing for it. */
    void checkDefinitions(@Observes AfterBeanDiscovery event) {
        severalWars.problem().ifPresent(event::addDefinitionError);
        if (!enabled) {
            Problem.SWITCHED_OFF.log(
                    LOG,
                    "Cognito EE is switched off by cognito.enabled=false: nobody can sign in with Cognito;"
                            + " role annotations hold all the same");
            return;
        }
        try {
            definitions.check();
        } catch (CognitoConfigurationException e) {
            problems.add(e);
        }
        problems.forEach(event::addDefinitionError);
    }

    /**
     * Reads the settings now, not before: expressions in the annotations may ask the application's beans, which are
     * there from now on; and nothing needs the settings until the first bean is made.
     */
    void readSettings(@Observes AfterDeploymentValidation event, BeanManager beans) {
        if (!enabled) {
            return;
        }
        if (definitions.hasMechanism()) {
            otherMechanisms.problem().ifPresent(event::addDeploymentProblem);
        }
        tokenStores.problemUnlessOne(Problem.TWO_TOKEN_STORES).ifPresent(event::addDeploymentProblem);
        developerUsers.problemUnlessOne(Problem.TWO_DEVELOPER_USERS).ifPresent(event::addDeploymentProblem);
        try {
            CognitoSettings read = definitions.read(
                    reader,
                    otherMechanisms.asOne(),
                    new ElExpressions(namedBeans.in(beans), CognitoExtension.class.getClassLoader()));
            used.require(read, developerUsers.any());
            settings = Optional.of(read);
        } catch (CognitoConfigurationException e) {
            event.addDeploymentProblem(e);
        }
    }

    void noteCredentials(@Observes ProcessInjectionPoint<?, AwsCredentialsProvider> event) {
        InjectionPoint injectionPoint = event.getInjectionPoint();
        if (injectionPoint.getQualifiers().stream()
                .anyMatch(qualifier ->
                        qualifier instanceof CognitoCredentials || qualifier instanceof CognitoGuestCredentials)) {
            used.credentials(injectionPoint);
        }
    }

    /** Of any type, for an {@code Instance} asks for them, too. */
    <T, X> void noteGuests(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint injectionPoint = event.getInjectionPoint();
        if (injectionPoint.getQualifiers().stream().anyMatch(CognitoGuestCredentials.class::isInstance)
                && !isOfLibrary(injectionPoint)) {
            used.guests();
        }
    }

    /** Whether it is that of what signs requests, which has both kinds of credentials at hand; by name, for its copy in another WAR. */
    private static boolean isOfLibrary(InjectionPoint injectionPoint) {
        Member member = injectionPoint.getMember();
        return member != null
                && member.getDeclaringClass()
                        .getName()
                        .equals("io.github.cognitoee.internal.signing.SignedFeatureProducer");
    }

    void noteIdentity(@Observes ProcessInjectionPoint<?, CognitoIdentity> event) {
        used.credentials(event.getInjectionPoint());
    }

    void noteDeveloperIdentities(@Observes ProcessInjectionPoint<?, CognitoDeveloperIdentities> event) {
        used.developerIdentities(event.getInjectionPoint());
    }

    /** What is injected has a type that servers without Jakarta REST lack. */
    <T, X> void noteSigned(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint injectionPoint = event.getInjectionPoint();
        injectionPoint.getQualifiers().stream()
                .filter(CognitoSigned.class::isInstance)
                .forEach(signed -> note((CognitoSigned) signed, injectionPoint));
    }

    <T> void noteSignedClient(@Observes @WithAnnotations(CognitoSigned.class) ProcessAnnotatedType<T> event) {
        CognitoSigned signed = event.getAnnotatedType().getAnnotation(CognitoSigned.class);
        if (signed != null) {
            note(signed, event.getAnnotatedType().getJavaClass());
        }
    }

    private void note(CognitoSigned signed, Object place) {
        used.credentials(place);
        if (signed.guest()) {
            used.guests();
        }
        try {
            SignatureTerms.of(signed, place);
        } catch (CognitoConfigurationException e) {
            problems.add(e);
        }
    }

    void noteUserPool(@Observes ProcessInjectionPoint<?, CognitoUserPool> event) {
        used.userPool(event.getInjectionPoint());
    }

    void noteObserver(@Observes ProcessObserverMethod<?, ?> event) {
        eventObservers.note(event.getObserverMethod());
    }

    Set<Class<?>> beanClasses() {
        return beanClasses;
    }

    EventObservers eventObservers() {
        return eventObservers;
    }

    Activation activation() {
        return new Activation(enabled, definitions.hasStore());
    }

    GuestUse guestUse() {
        return new GuestUse(used.anyGuests());
    }

    BeansOfType<TokenCheck> tokenChecks() {
        return tokenChecks;
    }

    BeansOfType<TokenStore> tokenStores() {
        return tokenStores;
    }

    BeansOfType<LoginSource> loginSources() {
        return loginSources;
    }

    BeansOfType<DeveloperUsers> developerUsers() {
        return developerUsers;
    }

    OwnIdentityStores identityStores(BeanManager container) {
        return severalWars.identityStores(container);
    }

    CognitoSettings settings() {
        return settings.orElseThrow(() -> new IllegalStateException("read before the deployment was validated"));
    }
}
