package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A service that speaks AWS JSON 1.1.
 *
 * @param target what stands before the operation in {@code X-Amz-Target}, the dot included
 * @param signingName what signatures are scoped to
 * @param malformed how it refuses input that breaks the constraints of its model
 */
record JsonService(String target, String signingName, ErrorType malformed, Map<String, Operation<?>> operations) {

    static JsonService ofUserPools(Collection<Operation<?>> operations) {
        return new JsonService(
                "AWSCognitoIdentityProviderService.", "cognito-idp", ErrorType.INVALID_PARAMETER, byName(operations));
    }

    static JsonService ofIdentityPools(Collection<Operation<?>> operations) {
        return new JsonService(
                "AWSCognitoIdentityService.", "cognito-identity", ErrorType.VALIDATION, byName(operations));
    }

    /** The operation that a header names, if it is one of this service. */
    Optional<Operation<?>> named(String header) {
        return header.startsWith(target)
                ? Optional.ofNullable(operations.get(header.substring(target.length())))
                : Optional.empty();
    }

    private static Map<String, Operation<?>> byName(Collection<Operation<?>> operations) {
        return operations.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
    }
}
