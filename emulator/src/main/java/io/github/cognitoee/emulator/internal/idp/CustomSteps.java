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

/** What functions decide in the course of {@code CUSTOM_AUTH}. */
record CustomSteps(ClientContext context, Person person) {

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
            return course.complete(new SignIn(context, account, attempt(given)));
        }
        boolean proofIsDue = session.equals(List.of(new Step(CustomFlow.SRP)));
        if (proofIsDue && definition.challengeName().equals(PasswordVerifierChallenge.NAME)) {
            return PasswordVerifierChallenge.ask(
                    context, person.username(), CustomFlow.NAME, given, given.required(CustomFlow.SRP));
        }
        if (!definition.challengeName().equals(CustomChallenge.NAME)) {
            throw CustomAuth.unrecognizable();
        }
        return asked(session, given);
    }

    private AuthAnswer asked(List<Step> session, Parameters given) {
        CustomAuth.Asked asked = functions().create(session, CustomChallenge.NAME);
        String waiting = context.await(
                new Challenge(CustomChallenge.NAME, attempt(given), new CustomChallenge.Waiting(session, asked)));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USERNAME", person.username());
        parameters.putAll(asked.shown());
        return AuthAnswer.challenge(CustomChallenge.NAME, waiting, parameters);
    }

    CustomAuth functions() {
        return new CustomAuth(context.momentOnTheWay(), person);
    }

    private Attempt attempt(Parameters given) {
        return context.attempt(person.username(), CustomFlow.NAME, given);
    }
}
