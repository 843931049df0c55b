package io.github.cognitoee.userpool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import java.util.Optional;

/**
 * The application's user pool, as people sign in to it at pages or endpoints of the application's own. Injectable
 * wherever the library is active; thread-safe. Each method but {@link #challengeOf} asks Cognito and blocks meanwhile:
 * a step is a call or a few, and the answer to each may take as long as {@code cognito.sign-in.timeout} says.
 *
 * <pre>{@code
 * @Inject
 * CognitoUserPool userPool;
 *
 * String signIn(String username, char[] password, HttpServletRequest request) {
 *     return userPool.signIn(SignInRequest.of(username).password(password)).fold(
 *             signedIn -> "/album.jsp",
 *             challenge -> {
 *                 request.setAttribute("state", challenge.state()); // for a hidden field of the page
 *                 return "/challenge.jsp";
 *             },
 *             refused -> "/login.jsp?error=" + refused.reason(),
 *             unavailable -> "/busy.jsp");
 * }
 * }</pre>
 *
 * <p>Nobody is signed in to the application by this: tokens are the result, and what becomes of them is the
 * application's affair. To sign in to the application by a password there are {@code request.login}, {@code
 * SecurityContext.authenticate} and the form, where {@link io.github.cognitoee.Proof#FORM} is accepted.
 *
 * <p>Every method throws {@link IllegalStateException} where the library is switched off by {@code cognito.enabled}.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">Cognito:
 *     authentication flows</a>
 */
public interface CognitoUserPool {

    /**
     * Begins to sign somebody in. The password in the request is zeroed when this returns, so that each serves once.
     *
     * @throws IllegalStateException for a request with a password that was served already
     */
    SignInResult signIn(SignInRequest request);

    /**
     * Goes on with a sign-in. A password in the answer is zeroed when this returns.
     *
     * @param state of {@link SignInResult.ChallengeRequired#state()}, as it came back from the person's browser: it
     *     need not be trusted; one that is none of this application's, or too old, is {@link
     *     RefusalReason#CHALLENGE_OVER}
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
     * The new ones tell the old ones' {@link SessionTokens#signedInAt()}, and not their {@link
     * SessionTokens#signedInBy()}.
     *
     * @return {@link SignInResult.Refused} when Cognito issues none any more, by {@link RefusalReason#SESSION_ENDED}
     */
    SignInResult refresh(SessionTokens tokens);

    /**
     * Revokes the refresh token and all that was issued by it: the end of one sign-in. Does nothing without a refresh
     * token; one that is not good any more is no error.
     *
     * @throws CognitoUnavailableException when Cognito cannot be asked now
     * @throws UserPoolRefusedException when Cognito refuses, and the tokens may still be good
     */
    void signOut(SessionTokens tokens);

    /**
     * Revokes all tokens of the user, of all devices and applications; by a new access token where the old one has
     * expired. Where Cognito issues none to this session any more it is over already, which is no error.
     *
     * @throws CognitoUnavailableException when Cognito cannot be asked now
     * @throws UserPoolRefusedException when Cognito refuses, and tokens may still be good: because the access token lacks
     *     the scope {@code aws.cognito.signin.user.admin}, for one
     */
    void signOutEverywhere(SessionTokens tokens);
}
