package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInFlow;
import io.github.cognitoee.userpool.SignInRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The first step of a sign-in, as its flow has it. */
record Opening(SignInRequest request, SignInFlow flow) {

    /** @throws Refusal for what no pool need be asked */
    static Opening of(SignInRequest request, SignInFlow flow) {
        if (request.username().isBlank()) {
            throw new Refusal(RefusalReason.INVALID_INPUT, "the user name is empty");
        }
        return new Opening(request, flow);
    }

    Attempt attempt() {
        return new Attempt(
                flow == SignInFlow.ADMIN_USER_PASSWORD_AUTH,
                request.username(),
                request.username(),
                new Circumstances(request.clientAddress(), request.deviceData(), request.clientMetadata()),
                request.device());
    }

    PoolAnswer initiate(Conversation conversation) {
        return switch (flow) {
            case USER_SRP_AUTH -> conversation.initiate(
                    "USER_SRP_AUTH", Map.of("SRP_A", conversation.beginSrp(password())));
            case USER_PASSWORD_AUTH -> conversation.initiate("USER_PASSWORD_AUTH", withPassword());
            case ADMIN_USER_PASSWORD_AUTH -> conversation.initiate("ADMIN_USER_PASSWORD_AUTH", withPassword());
            case USER_AUTH -> conversation.initiate("USER_AUTH", byChoice(conversation));
            case CUSTOM_AUTH -> conversation.initiate("CUSTOM_AUTH", Map.of());
            case CUSTOM_AUTH_AFTER_SRP -> conversation.initiate(
                    "CUSTOM_AUTH", Map.of("CHALLENGE_NAME", "SRP_A", "SRP_A", conversation.beginSrp(password())));
        };
    }

    private char[] password() {
        return request.password()
                .filter(password -> password.length > 0)
                .orElseThrow(
                        () -> new Refusal(RefusalReason.INVALID_INPUT, flow + " takes a password, and there is none"));
    }

    private Map<String, String> withPassword() {
        return Map.of("PASSWORD", new String(password()));
    }

    /** A password that was given is what the person would like; one that is preferred and was not is asked for. */
    private Map<String, String> byChoice(Conversation conversation) {
        Optional<FirstFactor> preferred =
                request.preferredFactor().or(() -> request.password().map(given -> FirstFactor.PASSWORD_SRP));
        Map<String, String> parameters = new HashMap<>();
        preferred
                .filter(factor -> request.password().isPresent() || !isPassword(factor))
                .ifPresent(factor -> {
                    parameters.put("PREFERRED_CHALLENGE", factor.name());
                    if (factor == FirstFactor.PASSWORD) {
                        parameters.putAll(withPassword());
                    } else if (factor == FirstFactor.PASSWORD_SRP) {
                        parameters.put("SRP_A", conversation.beginSrp(password()));
                    }
                });
        return parameters;
    }

    private static boolean isPassword(FirstFactor factor) {
        return factor == FirstFactor.PASSWORD || factor == FirstFactor.PASSWORD_SRP;
    }

    @Override
    public String toString() {
        return "Opening[" + flow + "]";
    }
}
