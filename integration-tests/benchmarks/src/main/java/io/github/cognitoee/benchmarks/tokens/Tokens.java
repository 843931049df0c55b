package io.github.cognitoee.benchmarks.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * One thread's way through the tokens. Every token comes as a new string, whose hash nobody has computed yet, as it does
 * from a request; a stride keeps the order from being the one in memory.
 */
@State(Scope.Thread)
public class Tokens {

    private static final int STRIDE = 7_919;

    private int position;

    @Setup
    public void start(ThreadParams threads) {
        position = threads.getThreadIndex() * 31;
    }

    /** The place of the next token among so many. */
    int next(int count) {
        position = (position + STRIDE) % count;
        return position;
    }

    String next(byte[][] tokens) throws IOException {
        return new String(tokens[next(tokens.length)], StandardCharsets.ISO_8859_1);
    }
}
