package io.github.cognitoee.internal.userpool;

import java.util.function.Function;

/** How far a sign-in went without the person. */
sealed interface Outcome {

    /** Applies the function of the case that this is. */
    <T> T fold(Function<? super IssuedTokens, ? extends T> issued, Function<? super Pending, ? extends T> asked);

    /** To its end. */
    record Issued(IssuedTokens tokens) implements Outcome {

        @Override
        public <T> T fold(
                Function<? super IssuedTokens, ? extends T> issued, Function<? super Pending, ? extends T> asked) {
            return issued.apply(tokens);
        }
    }

    /** To a challenge that is theirs. */
    record Asked(Pending pending) implements Outcome {

        @Override
        public <T> T fold(
                Function<? super IssuedTokens, ? extends T> issued, Function<? super Pending, ? extends T> asked) {
            return asked.apply(pending);
        }
    }
}
