package io.github.cognitoee.internal.userpool;

/**
 * A user pool, and the app client by which people sign in to it. Thread-safe.
 *
 * @param name the part of its id behind the region, as SRP hashes it
 * @param app by which people sign in
 * @param authenticatorIssuer the name by which authenticator apps show the account
 * @param api asked without a signature
 * @param signedApi asked in the application's own name
 */
record Pool(String name, AppClient app, String authenticatorIssuer, SignInApi api, AuthApi signedApi)
        implements AutoCloseable {

    @Override
    public void close() {
        api.close();
        signedApi.close();
    }
}
