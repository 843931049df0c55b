package io.github.cognitoee.internal.userpool;

import java.util.Optional;

/** All operations of a user pool by which people sign in, stay so, and sign out. */
interface SignInApi extends AuthApi {

    /** AssociateSoftwareToken: begins to set up an authenticator app. */
    SetUp associateSoftwareToken(String session);

    /**
     * VerifySoftwareToken: takes the first code of the app.
     *
     * @return the session of the next step
     */
    String verifySoftwareToken(String session, String code);

    /**
     * ConfirmDevice: has a device remembered.
     *
     * @param salt in Base64
     * @param verifier in Base64
     */
    void confirmDevice(String accessToken, String deviceKey, String salt, String verifier);

    /** GetTokensFromRefreshToken. */
    IssuedTokens refresh(String refreshToken, Optional<String> deviceKey);

    /** RevokeToken. */
    void revoke(String refreshToken);

    /** GlobalSignOut. */
    void globalSignOut(String accessToken);

    /** What an authenticator app needs; {@code toString} shows nothing of it. */
    record SetUp(String secret, String session) {

        @Override
        public String toString() {
            return "SetUp";
        }
    }
}
