package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations declare, against the service model as the AWS SDK has it. */
class OperationContractTest {

    static Collection<Operation<?>> operations() {
        return DeclaredOperations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationDeclaresNoMemberThatItsModelDoesNotHave(Operation<?> operation) {
        assertThat(SdkModel.USER_POOLS.members(operation.name())).containsAll(operation.members());
    }

    /** Told by Cognito's documentation of sign-ins that are to reach a level, and not in the model yet. */
    private static final Map<String, String> ONLY_DOCUMENTED = Map.of(
            "InitiateAuth", "FeatureUnavailableInTierException",
            "AdminInitiateAuth", "FeatureUnavailableInTierException");

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationGivesNoErrorThatItsModelDoesNotHave(Operation<?> operation) {
        Set<String> declared =
                operation.errors().stream().map(ErrorType::wireName).collect(Collectors.toSet());

        declared.remove(ONLY_DOCUMENTED.get(operation.name()));
        assertThat(SdkModel.USER_POOLS.errors(operation.name())).containsAll(declared);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsSignedIfItsModelSaysSo(Operation<?> operation) {
        assertThat(operation.isSigned()).isEqualTo(SdkModel.USER_POOLS.signs().test(operation.name()));
    }
}
