package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attempt;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.srp.Identity;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Step;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code PASSWORD_VERIFIER}: the proof of a password by SRP. It is good for one answer, right or wrong. */
record PasswordVerifierChallenge() implements Question {

    static final String NAME = "PASSWORD_VERIFIER";

    @Override
    public String name() {
        return NAME;
    }

    /** Begins the proof, with {@code SRP_A} of what came along. */
    static AuthAnswer ask(Beginning beginning) {
        ClientContext context = beginning.context();
        String typed = beginning.typed();
        String theirs = beginning.given().required("SRP_A");
        Optional<Account> account = new PasswordCheck(context).mayTry(typed);
        String username = account.map(Account::username).orElseGet(() -> simulatedName(context.pool(), typed));
        Verifier verifier = account.map(user -> verifierOf(context.pool(), user))
                .orElseGet(() -> Verifier.simulated(seed(context.pool(), typed)));
        Proof proof = Proof.begin(Identity.ofUser(context.pool().id(), username), verifier, theirs);
        String session = context.await(new Challenge(NAME, beginning.attempt(username), proof));
        Map<String, String> parameters = new LinkedHashMap<>(proof.parameters(session));
        parameters.put("USERNAME", username);
        parameters.put("USER_ID_FOR_SRP", username);
        return AuthAnswer.challenge(NAME, session, parameters);
    }

    private static Verifier verifierOf(Pool pool, Account account) {
        return pool.verifierOf(account)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because(
                        "An older version of the emulator kept this user's password without what SRP needs:"
                                + " sign in by USER_PASSWORD_AUTH once, or set the password again."));
    }

    /** An unknown user is the same at each attempt, as one who is known would be. */
    private static String simulatedName(Pool pool, String typed) {
        return UUID.nameUUIDFromBytes(seed(pool, typed)).toString();
    }

    private static byte[] seed(Pool pool, String typed) {
        return (pool.arn() + pool.created() + typed).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String sessionOf(@Nullable String session, Parameters given) {
        return session == null ? Proof.sessionOf(given) : session;
    }

    @Override
    public String hashedName(Parameters given, String username) {
        return username;
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        Attempt attempt = reply.challenge().attempt();
        PasswordCheck check = new PasswordCheck(reply.context());
        Account account =
                reply.context().pool().accounts().named(attempt.username()).orElse(null);
        if (account == null || !reply.given().required("USERNAME").equals(account.username())) {
            reply.end();
            throw PasswordCheck.wrong();
        }
        check.lockedOrDisabled(account);
        if (!reply.challenge().detail(Proof.class).isRight(reply)) {
            reply.end();
            throw check.failed(account);
        }
        SignIn signIn = new SignIn(
                reply.context(),
                account,
                attempt.passing("pwd").from(reply.given().optional("DEVICE_KEY")));
        signIn.device(); // clients that name one who is gone answer once more without
        reply.end();
        check.passed(account);
        return attempt.flow().equals(CustomFlow.NAME)
                ? afterProof(signIn, reply, course)
                : course.afterFirstFactor(signIn);
    }

    /** In {@code CUSTOM_AUTH} functions say what follows. */
    private static AuthAnswer afterProof(SignIn signIn, Reply reply, Course course) {
        CustomSteps steps = CustomSteps.of(signIn.context(), signIn.attempt(), Optional.of(signIn.account()));
        return steps.next(List.of(new Step(CustomFlow.SRP), new Step(NAME)), course, reply.given());
    }
}
