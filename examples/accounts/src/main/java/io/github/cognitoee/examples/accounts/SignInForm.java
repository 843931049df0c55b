package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.SignInRequest;
import java.util.Optional;

/**
 * Who wants to sign in, as the body of a request says it.
 *
 * @param password of {@link Way#PASSWORD}; a String, which cannot be zeroed, because the JSON has been one already
 * @param way {@link Way#PASSWORD} where it is left out
 * @param factor what the person would like to begin with, of {@link Way#CHOICE}; may be left out
 */
public record SignInForm(String username, String password, Way way, FirstFactor factor) {

    /**
     * @param clientAddress empty where it is not known
     * @throws ProblemException when something is missing
     */
    SignInRequest toRequest(Optional<String> clientAddress) {
        if (username == null || username.isBlank()) {
            throw Problem.badInput("Give your user name.").toException();
        }
        Way chosen = way == null ? Way.PASSWORD : way;
        if (chosen == Way.PASSWORD && (password == null || password.isEmpty())) {
            throw Problem.badInput("Give your password.").toException();
        }
        SignInRequest unaddressed = SignInRequest.of(username.strip()).flow(chosen.flow());
        SignInRequest request = clientAddress.map(unaddressed::clientAddress).orElse(unaddressed);
        if (password != null) {
            request = request.password(password.toCharArray());
        }
        return factor == null ? request : request.preferredFactor(factor);
    }

    /** Shows neither of the two. */
    @Override
    public String toString() {
        return "SignInForm";
    }
}
