package io.github.cognitoee.internal.identitypool;

/**
 * Whether an application asks for credentials of guests, as its injection points show.
 *
 * @param anywhere false also where it looks them up in other ways
 */
public record GuestUse(boolean anywhere) {}
