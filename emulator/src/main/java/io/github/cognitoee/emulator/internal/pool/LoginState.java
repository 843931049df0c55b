package io.github.cognitoee.emulator.internal.pool;

import java.time.Clock;

/**
 * What is under way at the pages of a pool.
 *
 * @param codes that wait for their exchange into tokens
 * @param sessions of browsers, by their cookies
 * @param steps forms that wait for their answers
 * @param federations browsers that other providers are to send back
 */
public record LoginState(
        Tickets<Authorization> codes,
        Tickets<BrowserSession> sessions,
        Tickets<LoginStep> steps,
        Tickets<FederatedStep> federations) {

    static LoginState begin(Clock clock) {
        return new LoginState(new Tickets<>(clock), new Tickets<>(clock), new Tickets<>(clock), new Tickets<>(clock));
    }
}
