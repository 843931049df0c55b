package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Optional;

/** The ways to sign in among which {@code USER_AUTH} lets its users choose. */
record FirstFactors(List<FirstFactor> all) {

    FirstFactors {
        all = List.copyOf(all);
    }

    /** @param account empty for a user who does not exist, which is not to be told */
    List<String> available(Pool pool, Optional<Account> account) {
        return all.stream()
                .filter(factor -> factor.isAvailable(pool, account))
                .map(FirstFactor::name)
                .toList();
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none of this name */
    FirstFactor named(String name) {
        return all.stream()
                .filter(factor -> factor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("Unknown challenge " + name));
    }
}
