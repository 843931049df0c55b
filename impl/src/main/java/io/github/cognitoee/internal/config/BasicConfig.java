package io.github.cognitoee.internal.config;

import java.time.Duration;

/**
 * How callers send names and passwords by HTTP Basic.
 *
 * @param realm what programs and browsers are told that the password is for
 * @param rememberedFor how long a password that Cognito took is good without asking again; zero for not at all
 */
public record BasicConfig(String realm, Duration rememberedFor) {}
