package io.github.cognitoee.internal.config;

import java.time.Duration;

/**
 * Where the tokens of a session are kept.
 *
 * @param inCookie whether in the browser, encrypted; else in the container's session
 * @param cookieMaxAge how long after signing in a session in a cookie ends
 * @param openedCookieBytes how much memory cookies that were opened before may take; 0 for none
 */
public record TokenKeeping(boolean inCookie, Duration cookieMaxAge, long openedCookieBytes) {}
