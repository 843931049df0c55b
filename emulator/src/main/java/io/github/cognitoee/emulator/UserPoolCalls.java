package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoee.emulator.internal.idp.UserPoolOperations;
import io.github.cognitoee.emulator.internal.json.Answers;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.function.Supplier;

/** Calls of {@code AWSCognitoIdentityProviderService}: finds the operation, checks the signature where one is due. */
final class UserPoolCalls {

    static final String PREFIX = "AWSCognitoIdentityProviderService.";

    private final UserPoolOperations operations;
    private final CallSignature signatures;

    UserPoolCalls(UserPoolOperations operations, CallSignature signatures) {
        this.operations = operations;
        this.signatures = signatures;
    }

    boolean know(String target) {
        return target.startsWith(PREFIX)
                && operations.find(target.substring(PREFIX.length())).isPresent();
    }

    /**
     * The answer to a call of a known operation.
     *
     * @throws ServiceException if it is refused
     */
    byte[] answer(String target, HttpCall call, Supplier<JsonNode> input) {
        Operation<?> operation =
                operations.find(target.substring(PREFIX.length())).orElseThrow();
        try {
            if (operation.isSigned()) {
                signatures.check(call, operation.name());
            }
            return Answers.bytes(operation.call(input.get()));
        } catch (Refusal refusal) {
            throw ServiceException.of(refusal.type().wireName(), refusal.text());
        }
    }
}
