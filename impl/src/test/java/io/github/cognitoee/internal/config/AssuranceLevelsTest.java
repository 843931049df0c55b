package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssuranceLevelsTest {

    private static final AssuranceLevels NAMED = new AssuranceLevels(List.of("password", "code", "passkey"));

    @ParameterizedTest
    @CsvSource({
        "password, password, true",
        "password, code, false",
        "code, code, true",
        "passkey, password, true",
        "passkey, passkey, true",
        "none of ours, password, false",
        "none of ours, none of ours, false",
        "passkey, none of ours, false",
    })
    void aLevelReachesItselfAndThoseBelow(String level, String required, boolean expected) {
        assertThat(NAMED.reaches(level, required)).isEqualTo(expected);
    }

    @Test
    void theHighestCounts() {
        assertThat(NAMED.highest(Set.of("password", "passkey", "code"))).contains("passkey");
        assertThat(NAMED.highest(Set.of("passkey", "none of ours"))).contains("none of ours");
        assertThat(NAMED.highest(Set.of())).isEmpty();
    }

    @Test
    void cognitoHasFour() {
        assertThat(AssuranceLevels.OF_COGNITO.ascending())
                .containsExactly("urn:cognito:loa:1", "urn:cognito:loa:2", "urn:cognito:loa:3", "urn:cognito:loa:4");
    }
}
