package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user pool says to a step of a sign-in: either tokens, or that something more is due. {@code toString} shows the
 * challenge's name alone.
 *
 * @param issued the tokens
 * @param challenge the name of what is due; empty text where tokens were issued
 * @param parameters of the challenge
 * @param session by which the next step is known
 * @param choices the names of challenges that may be chosen
 */
record PoolAnswer(
        Optional<IssuedTokens> issued,
        String challenge,
        Map<String, String> parameters,
        String session,
        List<String> choices) {

    PoolAnswer {
        parameters = Map.copyOf(parameters);
        choices = List.copyOf(choices);
    }

    static PoolAnswer of(IssuedTokens issued) {
        return new PoolAnswer(Optional.of(issued), "", Map.of(), "", List.of());
    }

    /** Empty where it is not there. */
    Optional<String> find(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** @throws Refusal where it is not there, without which nobody can answer */
    String parameter(String name) {
        return find(name)
                .orElseThrow(() ->
                        new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool's " + challenge + " has no " + name));
    }

    @Override
    public String toString() {
        return "PoolAnswer[" + challenge + "]";
    }
}
