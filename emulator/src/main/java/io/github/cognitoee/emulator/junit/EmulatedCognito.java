package io.github.cognitoee.emulator.junit;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.Issuer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A local Cognito for the tests of this class.
 *
 * <pre>{@code
 * @EmulatedCognito(clients = "web", users = {
 *     @TestUser(name = "alice", groups = "users"),
 *     @TestUser(name = "root", groups = {"users", "admins"})})
 * class OrdersTest {
 *
 *     @Test
 *     void ordersAreForUsers(TokenMinter tokens, @Emulated URI cognito) {
 *         String token = tokens.user("alice").accessToken();
 *     }
 * }
 * }</pre>
 *
 * <p>Methods and constructors may take a {@code CognitoEmulator}, a {@code TokenMinter}, {@code Faults}, {@code
 * Triggers}, {@code Risks}, {@code Iam}, {@code LoginProviders}, {@code RequestCounts}, an {@code Outbox}, the {@code
 * MovableClock} by which the emulator lives, and its address as {@code @Emulated URI}; fields of these types are set where
 * they carry {@link Emulated}.
 *
 * <p>The class has one emulator, from the first use of it to the end of the class; {@code @Nested} classes share it,
 * unless they carry the annotation themselves. Before each test it is as new ({@link CognitoEmulator#reset()}), and its
 * clock stands at the present. Tests that run concurrently ({@code @Execution(CONCURRENT)}) cannot share it so: each has
 * an emulator of its own then.
 *
 * <p>A member that is left out is as in {@link EmulatorConfig#defaults()}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmulatedCognitoExtension.class)
public @interface EmulatedCognito {

    /** The user pool's id, {@code <region>_<name>}. */
    String pool() default "";

    /** The user pool's app clients; tokens are the first one's unless the test says otherwise. */
    String[] clients() default {};

    /**
     * The user pool's groups; of those with a role the first wins. Left out where {@link #users()} are given: the groups
     * that these belong to.
     */
    TestGroup[] groups() default {};

    /** The user pool's users. */
    TestUser[] users() default {};

    /**
     * {@code email} or {@code phone_number}, or both: users sign in with these, and their user names are generated.
     * {@link TestUser#name()} is the address then.
     */
    String[] usernameAttributes() default {};

    /** {@code email}, {@code phone_number} or {@code preferred_username}, with which users sign in besides their user names. */
    String[] aliasAttributes() default {};

    /**
     * The id of an identity pool, {@code <region>:<uuid>}, that takes the ID tokens of all {@link #clients()}. A caller
     * gets the role of their group, else {@code arn:aws:iam::123456789012:role/Authenticated}.
     */
    String identityPool() default "";

    /** A configuration file on the class path instead of all of these, relative to the class unless it begins with "/". */
    String config() default "";

    /** How tokens name their user pool. */
    Issuer issuer() default Issuer.AWS_SHAPED;

    /**
     * Whether {@link CognitoEmulator#configuration()} is set as system properties of this JVM as long as the class runs,
     * for an application that runs in the same one. System properties are everybody's: no other class may run meanwhile
     * that minds them ({@code @ResourceLock(Resources.SYSTEM_PROPERTIES)} says so to JUnit).
     */
    boolean systemProperties() default false;
}
