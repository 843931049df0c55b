package io.github.cognitoee.userpool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import java.util.Optional;

/**
 * The application's user pool, as people sign in to it at pages or endpoints of the application's own. Injectable wherever
 * the library is active; thread-safe. Each method asks Cognito and blocks, for some seconds at most.
 *
 * <pre>{@code
 * @Inject
 * CognitoUserPool userPool;
 *
 * String signIn(String username, char[] password) {
 *     return userPool.signIn(SignInRequest.of(username).password(password)).fold(
 *             signedIn -> "/album",
 *             challenge -> "/challenge?state=" + challenge.state(),
 *             refused -> "/login?error=" + refused.reason(),
 *             unavailable -> "/busy");
 * }
 * }</pre>
 *
 * <p>Nobody is signed in to the application by this: tokens are the result, and what becomes of them is the application's
 * affair. To sign in to the application by a password there are {@code request.login}, {@code SecurityContext.authenticate}
 * and the form.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">Cognito:
 *     authentication flows</a>
 */
public interface CognitoUserPool {

    /**
     * Begins to sign somebody in. The password in the request is zeroed when this returns.
     *
     * @throws IllegalStateException for a request with a password that was served already
     */
    SignInResult signIn(SignInRequest request);

    /**
     * Goes on with a sign-in. A password in the answer is zeroed when this returns.
     *
     * @param state of {@link SignInResult.ChallengeRequired#state()}, as it came back from the person's browser: it need not
     *     be trusted
     * @throws IllegalStateException for an answer with a password that was served already
     */
    SignInResult answer(String state, ChallengeAnswer answer);

    /**
     * The challenge to which a state belongs, to ask again; asks nobody.
     *
     * @return empty where the state is none of this application's, or too old
     */
    Optional<Challenge> challengeOf(String state);

    /**
     * Has new tokens issued. The refresh token goes on to be good where none comes with them, and is in the result then.
     *
     * @return {@link SignInResult.Refused} when Cognito issues none any more
     */
    SignInResult refresh(SessionTokens tokens);

    /**
     * Revokes the refresh token and all that was issued by it: the end of one sign-in. One that is over already is no error.
     *
     * @throws CognitoUnavailableException when Cognito cannot be asked now
     * @throws UserPoolRefusedException when Cognito refuses, and the tokens may still be good
     */
    void signOut(SessionTokens tokens);

    /**
     * Revokes all tokens of the user, of all devices and applications. Where Cognito issues no tokens to this session any
     * more it is over already, which is no error.
     *
     * @throws CognitoUnavailableException when Cognito cannot be asked now
     * @throws UserPoolRefusedException when Cognito refuses, and tokens may still be good: because the access token lacks
     *     the scope {@code aws.cognito.signin.user.admin}, for one
     */
    void signOutEverywhere(SessionTokens tokens);
}
