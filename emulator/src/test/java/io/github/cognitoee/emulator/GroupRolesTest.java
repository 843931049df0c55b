package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.EmulatorConfig.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRolesTest {

    private static final String ONE = "arn:aws:iam::123456789012:role/One";
    private static final String TWO = "arn:aws:iam::123456789012:role/Two";

    @Test
    void groupsThatTieMustAgreeOnTheRole() {
        assertThat(preferred(group(1, ONE), group(1, ONE), group(null, TWO))).isEqualTo(ONE);
        assertThat(preferred(group(1, ONE), group(1, TWO))).isNull();
        assertThat(preferred(group(2, ONE), group(0, TWO))).isEqualTo(TWO);
        assertThat(preferred(group(0, null), group(null, ONE))).isEqualTo(ONE);
        assertThat(preferred()).isNull();
    }

    private static Group group(Integer precedence, String role) {
        return new Group("g", precedence, role);
    }

    private static String preferred(Group... groups) {
        return new GroupRoles(List.of(groups)).preferred().orElse(null);
    }
}
