package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Authorization.Asked;
import io.github.cognitoee.emulator.internal.pool.Pool;

/** A request for an authorization that is in order: what is wanted, and where the answer goes. */
public record AuthorizeRequest(Pool pool, AppClient client, Callback callback, Asked asked, Wishes wishes) {}
