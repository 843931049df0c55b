package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.caller.ClientAddress;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The request in which a store is asked, where CDI knows of one: a store learns no more from its mechanism than the
 * credential. Thread-safe.
 */
final class RequestAtHand {

    private static final String LAST_ANSWER = RequestAtHand.class.getName() + ".lastAnswer";

    private final Instance<HttpServletRequest> requests;
    private final BaseUrlConfig baseUrl;

    /**
     * @param requests the one that this thread serves
     * @param baseUrl names the proxies through which it may come
     */
    RequestAtHand(Instance<HttpServletRequest> requests, BaseUrlConfig baseUrl) {
        this.requests = requests;
        this.baseUrl = baseUrl;
    }

    /** A credential is compared by its identity: nobody is let in by another's answer. */
    private record Answer(Credential credential, CredentialValidationResult result) {

        @SuppressWarnings("ReferenceEquality")
        boolean isFor(Credential other) {
            return credential == other;
        }

        @Override
        public String toString() {
            return "Answer";
        }
    }

    Optional<String> clientAddress() {
        return ask(request -> ClientAddress.of(request, baseUrl)).flatMap(address -> address);
    }

    /** What was answered to this very credential before. */
    Optional<CredentialValidationResult> lastAnswerTo(Credential credential) {
        return ask(request -> request.getAttribute(LAST_ANSWER) instanceof Answer last && last.isFor(credential)
                ? last.result()
                : null);
    }

    void noteAnswer(Credential credential, CredentialValidationResult result) {
        tell(request -> request.setAttribute(LAST_ANSWER, new Answer(credential, result)));
    }

    /**
     * Leaves it where mechanisms and pages of the application find it.
     *
     * @param result null for nothing any more
     */
    void publish(String attribute, @Nullable SignInResult result) {
        tell(request -> request.setAttribute(attribute, result));
    }

    private <T> Optional<T> ask(Function<HttpServletRequest, @Nullable T> question) {
        try {
            return Optional.ofNullable(question.apply(requests.get()));
        } catch (ContextException | IllegalStateException noRequest) {
            return Optional.empty();
        }
    }

    private void tell(Consumer<HttpServletRequest> what) {
        ask(request -> {
            what.accept(request);
            return request;
        });
    }
}
