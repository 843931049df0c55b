package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attempt;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Definition;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Person;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What functions decide in the course of {@code CUSTOM_AUTH}. */
record CustomSteps(ClientContext context, Attempt attempt, Person person) {

    /** @param account empty for someone unknown, who is not to learn it */
    static CustomSteps of(ClientContext context, Attempt attempt, Optional<Account> account) {
        Person person =
                new Person(attempt.username(), account, context.settings().hidesUserExistence());
        return new CustomSteps(context, attempt, person);
    }

    /**
     * What comes next.
     *
     * @param session what was asked so far
     * @param given by the call, for a proof that begins
     */
    AuthAnswer next(List<Step> session, Course course, Parameters given) {
        Definition definition = functions().define(session);
        if (definition.failAuthentication()) {
            throw PasswordCheck.wrong();
        }
        if (definition.issueTokens()) {
            Account account = person.account().orElseThrow(PasswordCheck::wrong);
            return course.afterSecondFactor(new SignIn(context, account, attempt));
        }
        boolean proofIsDue = session.equals(List.of(new Step(CustomFlow.SRP)));
        if (proofIsDue && definition.challengeName().equals(PasswordVerifierChallenge.NAME)) {
            return PasswordVerifierChallenge.ask(
                    new Beginning(context, person.username(), CustomFlow.NAME, given, null));
        }
        if (!definition.challengeName().equals(CustomChallenge.NAME)) {
            throw CustomAuth.unrecognizable();
        }
        return asked(session);
    }

    private AuthAnswer asked(List<Step> session) {
        CustomAuth.Asked asked = functions().create(session, CustomChallenge.NAME);
        String waiting = context.await(
                new Challenge(CustomChallenge.NAME, attempt, new CustomChallenge.Waiting(session, asked)));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USERNAME", person.username());
        parameters.putAll(asked.shown());
        return AuthAnswer.challenge(CustomChallenge.NAME, waiting, parameters);
    }

    CustomAuth functions() {
        return new CustomAuth(context.momentOnTheWay(), person);
    }
}
