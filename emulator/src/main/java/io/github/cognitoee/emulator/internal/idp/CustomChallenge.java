package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Attempt;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Asked;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Step;
import java.util.List;
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
        reply.checkUser();
        reply.end();
        Attempt attempt = reply.challenge().attempt();
        CustomSteps steps =
                CustomSteps.of(context, attempt, context.pool().accounts().named(attempt.username()));
        Waiting waiting = reply.challenge().detail(Waiting.class);
        boolean right = steps.functions().verify(waiting.asked(), given);
        Step step = new Step(NAME, right, waiting.asked().metadata());
        return steps.next(
                Stream.concat(waiting.session().stream(), Stream.of(step)).toList(), course, reply.given());
    }
}
