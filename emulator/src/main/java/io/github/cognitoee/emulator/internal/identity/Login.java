package io.github.cognitoee.emulator.internal.identity;

/**
 * A user at a provider, as an identity is linked to it.
 *
 * @param developer whether the provider is the developer, of whose users an identity may have several
 */
record Login(String provider, String subject, boolean developer) {

    boolean excludes(Login other) {
        return !developer && provider.equals(other.provider) && !equals(other);
    }
}
