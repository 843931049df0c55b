package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Challenges;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Asked;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code CUSTOM_CHALLENGE}: what a function asks. Whether a wrong answer is the end, a function says too. */
record CustomChallenge() implements Question {

    static final String NAME = "CUSTOM_CHALLENGE";

    /** What was asked before, and what is asked now. */
    record Waiting(List<Step> session, Asked asked) implements Challenge.Detail {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        ClientContext context = reply.context();
        String given = reply.given().required("ANSWER");
        String username = reply.challenge().attempt().username();
        Optional<Account> account = context.pool().accounts().named(username);
        checkName(reply, account, username);
        reply.end();
        CustomSteps steps = new CustomSteps(
                context,
                CustomFlow.personOf(username, account, context.settings().hidesUserExistence()));
        Waiting waiting = reply.challenge().detail(Waiting.class);
        boolean right = steps.functions().verify(waiting.asked(), given);
        Step step = new Step(NAME, right, waiting.asked().metadata());
        return steps.next(
                Stream.concat(waiting.session().stream(), Stream.of(step)).toList(), course, reply.given());
    }

    private static void checkName(Reply reply, Optional<Account> account, String username) {
        String typed = reply.given().required("USERNAME");
        boolean same = account.isPresent() ? reply.context().find(typed).equals(account) : typed.equals(username);
        if (!same) {
            throw Challenges.invalid();
        }
        if (account.filter(user -> !user.enabled()).isPresent()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
    }
}
